import { culture } from "./culture.ts";

export const yoruba = culture({
	women: `Abimbola, Adebisi, Adenike, Adunni, Bolanle, Bukola, Damilola, Folake, Folasade, Ibukun, Jumoke, Kehinde, Morenike,
		Omolara, Oluwaseun, Omotola, Ronke, Simisola, Titilayo, Yetunde`,
	men: `Adebayo, Adewale, Ademola, Akin, Ayodele, Babajide, Babatunde, Bamidele, Dele, Femi, Gbenga, Kayode, Kunle, Lanre,
		Olumide, Rotimi, Segun, Taiwo, Tunde, Wale`,
	families: `Adebanjo, Adeleke, Ademiluyi, Adeoti, Afolabi, Ajayi, Akinola, Akintola, Alabi, Awoniyi, Balogun, Bankole,
		Durojaiye, Fashola, Idowu, Ladipo, Odukoya, Ogunleye, Ojo, Oladipo, Olaniyan, Oyelaran, Oyewole, Shobande`,
	languages: "yo, en",
});

export const igbo = culture({
	women:
		"Adaeze, Adaobi, Amarachi, Chiamaka, Chidinma, Chinwe, Ebele, Ifeoma, Ijeoma, Kosisochukwu, Nkechi, Nneka, Obiageli, Oluchi, Uzoamaka",
	men: "Chibuzo, Chidi, Chijioke, Chukwudi, Ebuka, Emeka, Ifeanyi, Ikenna, Kelechi, Nnamdi, Obinna, Okechukwu, Tobenna, Uche, Uchenna",
	families: `Agu, Anyanwu, Chukwu, Ekwueme, Eze, Ezeigbo, Ibe, Igwe, Madu, Mbah, Nwachukwu, Nwankwo, Nwosu, Obi, Obioha,
		Okafor, Okeke, Okoli, Onuoha, Umeh, Uzor`,
	languages: "ig, en",
});

export const hausa = culture({
	women:
		"Aisha, Amina, Asma'u, Binta, Fatima, Hadiza, Halima, Maryam, Rakiya, Safiya, Zainab",
	men: "Abdullahi, Abubakar, Aminu, Bashir, Garba, Ibrahim, Kabiru, Musa, Nasiru, Sani, Umar, Yakubu",
	families:
		"Abba, Bako, Danjuma, Dikko, Galadima, Gwarzo, Lawal, Maikano, Mohammed, Sule, Tanko, Waziri, Yaro, Zubairu",
	languages: "ha, en",
});

export const kenyan = culture({
	women: `Agnes, Atieno, Beatrice, Caroline, Doreen, Esther, Faith, Gladys, Jane, Joyce, Lilian, Lydia, Mercy, Monicah,
		Naomi, Nyambura, Purity, Rose, Salome, Stella, Wambui, Winnie`,
	men: `Alex, Brian, Charles, Collins, Dennis, Edwin, Evans, Felix, Geoffrey, Isaac, Joseph, Kennedy, Kevin, Martin, Moses,
		Nicholas, Patrick, Peter, Philip, Samuel, Simon, Victor`,
	families: `Otieno/Achieng, Barasa, Kiprono/Chebet, Korir/Cherono, Gichuru, Gitonga, Kamau, Karanja, Kariuki, Kiptoo, Macharia,
		Maina, Mbugua, Nyakundi/Moraa, Mugo, Munyao, Muriuki, Musyoka, Mutua, Mwangi/Muthoni, Mutiso/Mwende, Ndungu, Njoroge/Njeri,
		Nyaga, Ochieng, Odhiambo, Okello, Omondi, Onyango, Simiyu, Wafula, Waweru/Wanjiku`,
	languages: "sw, en",
});

export const maghrebi = culture({
	women:
		"Amal, Asma, Chaima, Dounia, Fatiha, Hajar, Ilham, Karima, Latifa, Leïla, Malika, Nadia, Rachida, Salma, Samira, Siham, Sonia, Yasmine",
	men: "Adil, Amine, Anouar, Bilal, Driss, Farid, Hicham, Jamal, Karim, Khalid, Mehdi, Mounir, Nabil, Rachid, Reda, Said, Tarik, Younes",
	families: `Achour, Amrani, Bennani, Benali, Benjelloun, Boukhari, Chraïbi, El Idrissi, El Mansouri, Fassi, Haddad, Kabbaj,
		Lahlou, Mansour, Naciri, Ouali, Sbai, Tazi, Zerouali, Ziani`,
	languages: "ar, fr",
});

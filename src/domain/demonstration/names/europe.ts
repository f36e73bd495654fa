import { culture } from "./culture.ts";

export const german = culture({
	women: `Anke, Annika, Antje, Birgit, Britta, Carola, Christiane, Dörte, Elke, Franziska, Friederike, Gesa, Gudrun,
		Hanna, Heike, Imke, Inken, Jana, Judith, Jutta, Karin, Katharina, Kerstin, Lena, Levke, Maike, Mareike, Marlene,
		Meike, Neele, Petra, Rike, Sabine, Silke, Sina, Svenja, Swantje, Tanja, Ulrike, Wiebke`,
	men: `Arne, Axel, Bernd, Björn, Carsten, Christoph, Dierk, Eike, Enno, Fabian, Falk, Fiete, Florian, Frank, Georg,
		Gerrit, Hagen, Hauke, Henning, Henrik, Holger, Ingo, Jannik, Jens, Joachim, Jörg, Kai, Klaas, Lars, Malte, Matthias,
		Nils, Olaf, Ole, Peer, Ralf, Rüdiger, Sönke, Stefan, Thorsten, Till, Torben, Uwe, Volker`,
	families: `Ahlers, Albrecht, Behrens, Böttcher, Brandt, Buchholz, Claussen, Dittmer, Ehlers, Engelhardt, Feddersen,
		Fröhlich, Gerdes, Gottschalk, Grothe, Hagemann, Harms, Heitmann, Hinrichs, Jessen, Kröger, Kühn, Lüders, Lührs,
		Marquardt, Meinhardt, Mertens, Neumann, Oldenburg, Petersen, Quast, Reimers, Rickmers, Schlüter, Schröder, Sievers,
		Stahmer, Steffens, Strauß, Thomsen, Timm, Vogelsang, Voß, Wendt, Westphal, Wulff, Zimmermann`,
	languages: "de",
});

export const dutch = culture({
	women: `Aafke, Anouk, Anneke, Carlijn, Eline, Esmee, Femke, Fleur, Hanneke, Ilse, Jantine, Joke, Karlijn, Lieke,
		Liesbeth, Loes, Maaike, Marijke, Marloes, Mirjam, Nienke, Roos, Saskia, Sanne, Tineke, Willemijn, Wietske`,
	men: `Arjen, Bas, Bram, Cees, Daan, Diederik, Floris, Geert, Gijs, Hidde, Jaap, Jelle, Jeroen, Joost, Jurriaan,
		Koen, Maarten, Martijn, Niels, Pieter, Reinier, Rutger, Sander, Sjoerd, Teun, Thijs, Wouter`,
	families: `Bakker, Boersma, van den Berg, de Boer, Brouwer, van der Heijden, Dekker, van Dongen, Hofstra, Hoekstra,
		de Graaf, Jonker, Kuipers, van Leeuwen, Meijer, Molenaar, Mulder, Noordhoek, Postma, de Ruiter, Scholten, Smits,
		Terpstra, Veenstra, Verbeek, Vermeulen, Visser, de Vries, Wagenaar, Zijlstra`,
	languages: "nl",
});

export const polish = culture({
	women: `Agata, Agnieszka, Aleksandra, Alicja, Anna, Barbara, Beata, Danuta, Dorota, Elżbieta, Ewa, Gabriela, Halina,
		Hanna, Izabela, Joanna, Justyna, Kamila, Karolina, Katarzyna, Kinga, Magdalena, Małgorzata, Monika, Natalia,
		Renata, Sylwia, Urszula, Weronika, Zofia`,
	men: `Adam, Andrzej, Arkadiusz, Bartosz, Bogdan, Cezary, Damian, Dariusz, Dawid, Filip, Grzegorz, Jacek, Jakub,
		Jarosław, Kamil, Konrad, Krzysztof, Łukasz, Maciej, Mariusz, Mateusz, Michał, Paweł, Piotr, Przemysław, Radosław,
		Sławomir, Szymon, Tomasz, Wojciech`,
	families: `Adamczyk, Bąk, Borkowski/Borkowska, Chmielewski/Chmielewska, Czarnecki/Czarnecka, Dąbrowski/Dąbrowska, Duda,
		Gajewski/Gajewska, Górski/Górska, Jabłoński/Jabłońska, Jaworski/Jaworska, Kaczmarek, Kalinowski/Kalinowska,
		Kozłowski/Kozłowska, Krawczyk, Król, Kubiak, Lipiński/Lipińska, Majewski/Majewska, Mazurek, Nowicki/Nowicka,
		Olszewski/Olszewska, Pawlak, Piątek, Rutkowski/Rutkowska, Sadowski/Sadowska, Sikora, Stępień, Szczepaniak,
		Tomaszewski/Tomaszewska, Walczak, Wieczorek, Wrona, Zając, Zalewski/Zalewska, Żak`,
	languages: "pl",
});

export const ukrainian = culture({
	women:
		"Daryna, Halyna, Iryna, Kateryna, Larysa, Lesia, Nadiia, Oksana, Olena, Solomiia, Svitlana, Tetiana, Yuliia",
	men: "Andrii, Bohdan, Dmytro, Ihor, Maksym, Mykola, Oleh, Ostap, Pavlo, Roman, Serhii, Taras, Vasyl, Yevhen",
	families: `Bondarenko, Hnatiuk, Honchar, Koval, Kravchuk, Lysenko, Marchenko, Melnyk, Moroz, Oliinyk, Polishchuk,
		Romaniuk, Savchuk, Tkachuk, Vdovenko`,
	languages: "uk",
});

export const portuguese = culture({
	women: `Beatriz, Carla, Catarina, Cláudia, Filipa, Graça, Helena, Inês, Isabel, Joana, Leonor, Lurdes, Madalena,
		Mafalda, Margarida, Marisa, Matilde, Rita, Sofia, Susana, Teresa, Vera`,
	men: `Afonso, André, Bernardo, Diogo, Duarte, Eduardo, Filipe, Francisco, Gonçalo, Henrique, Hugo, João, Jorge,
		Lourenço, Manuel, Miguel, Nuno, Pedro, Rodrigo, Rúben, Simão, Vasco`,
	families: `Abreu, Almeida, Antunes, Azevedo, Barbosa, Cardoso, Carvalho, Correia, Esteves, Faria, Fonseca, Freitas,
		Gouveia, Leal, Lopes, Macedo, Magalhães, Matos, Meireles, Nogueira, Pacheco, Pinheiro, Queirós, Rocha, Sampaio,
		Seabra, Tavares, Teixeira, Valente, Vieira`,
	languages: "pt",
	double: 0.35,
});

export const turkish = culture({
	women:
		"Aslı, Ayşe, Aylin, Defne, Derya, Ebru, Elif, Esra, Gamze, Gül, Meryem, Nazlı, Özlem, Pınar, Selin, Sevgi, Yasemin, Zeynep",
	men: "Ali, Barış, Burak, Can, Cem, Deniz, Emre, Ercan, Kaan, Kemal, Levent, Murat, Onur, Ozan, Selim, Tolga, Umut, Yusuf",
	families: `Aksoy, Arslan, Aydın, Bozkurt, Çelik, Çetin, Demir, Doğan, Erdem, Güneş, Karaca, Kaya, Koç, Korkmaz, Özdemir,
		Şahin, Taş, Tekin, Uysal, Yalçın, Yıldız`,
	languages: "tr",
});

export const nordic = culture({
	women:
		"Astrid, Berit, Elin, Eva, Frida, Gro, Guri, Hedda, Ida, Kaja, Liv, Maren, Mette, Ragnhild, Randi, Signe, Solveig, Tuva",
	men: "Aksel, Anders, Bjarne, Eirik, Espen, Gustav, Håkon, Halvard, Håvard, Jonas, Kjetil, Leif, Mikkel, Øystein, Sigurd, Sverre, Terje, Trond",
	families: `Aasen, Bakke, Berglund, Dahl, Eriksen, Fossum, Haugland, Holmberg, Husby, Kristoffersen, Lindqvist, Myhre,
		Nygård, Rønning, Sandvik, Søndergaard, Strand, Tveit, Vestergaard, Viken`,
	languages: "no",
});

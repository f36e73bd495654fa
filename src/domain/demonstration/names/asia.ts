import { culture } from "./culture.ts";

export const marathi = culture({
	women: `Aditi, Amruta, Anjali, Apurva, Ashwini, Gauri, Ketaki, Madhura, Manasi, Mrunal, Mugdha, Neha, Pallavi, Pooja,
		Rucha, Sai, Sayali, Shraddha, Sneha, Tejaswini, Vaishali`,
	men: `Abhijit, Ajinkya, Amol, Aniket, Chinmay, Girish, Hemant, Kedar, Mandar, Mihir, Nikhil, Omkar, Parag, Prasad, Rohan,
		Sameer, Sandeep, Shantanu, Shreyas, Swapnil, Tushar, Yogesh`,
	families: `Apte, Bapat, Bhave, Bhosale, Chavan, Dandekar, Deshpande, Dixit, Gadgil, Gokhale, Jadhav, Joglekar, Kale, Kelkar,
		Kulkarni, Limaye, Marathe, More, Nadkarni, Paranjape, Patil, Pawar, Phadke, Ranade, Sathe, Shinde, Tambe, Wagh`,
	languages: "mr, hi, en",
});

export const hindi = culture({
	women:
		"Aarti, Anita, Archana, Divya, Garima, Isha, Kavita, Meena, Nidhi, Rashmi, Ritu, Shalini, Smita, Sunita, Swati, Vandana",
	men: "Ajay, Alok, Arvind, Ashok, Deepak, Gaurav, Harish, Manish, Mukul, Naveen, Pankaj, Rajesh, Rakesh, Sanjay, Sunil, Vivek",
	families:
		"Agarwal, Bhatia, Chaudhary, Dubey, Gupta, Jain, Khanna, Malhotra, Mathur, Mehta, Mishra, Pandey, Saxena, Sethi, Srivastava, Tiwari, Verma",
	languages: "hi, en",
});

export const tamil = culture({
	women:
		"Abirami, Bhavani, Deepa, Kalaivani, Kavitha, Lakshmi, Malathi, Meenakshi, Nithya, Priyanka, Revathi, Shanthi, Subashini, Thenmozhi, Vidya, Yamini",
	men: "Anand, Arun, Balaji, Dinesh, Ganesan, Hari, Karthik, Kumaran, Murugan, Prakash, Raghavan, Saravanan, Senthil, Suresh, Vasanth, Velu",
	families:
		"Annamalai, Arumugam, Chandran, Govindasamy, Krishnan, Kumaraswamy, Mani, Nagarajan, Natarajan, Palaniappan, Pillai, Rajagopal, Ramasamy, Selvam, Subramaniam, Thangavelu, Veerappan",
	languages: "ta, en",
});

export const chinese = culture({
	women: `Fang, Hongmei, Huijun, Jiayi, Jing, Jingwen, Lan, Lijuan, Meiling, Min, Ning, Peishan, Qian, Qiuyue, Rui, Shufen,
		Siyu, Tingting, Xiaoli, Xinyi, Xue, Yan, Yanmei, Yating, Yue, Yun, Yuhan, Zhen`,
	men: `Bin, Bo, Chao, Dawei, Fei, Guoliang, Haoran, Haitao, Jianguo, Jianjun, Jun, Junjie, Kai, Lei, Liang, Peng,
		Shaowei, Tao, Tianyu, Weimin, Xiang, Xiaodong, Yifan, Yong, Yuchen, Zhigang, Zhihao, Zihan`,
	families: `Bai, Cai, Chen, Cheng, Cui, Deng, Ding, Dong, Fan, Fang, Feng, Gao, Gu, Guo, Han, He, Hou, Hu, Huang, Jiang,
		Jin, Kong, Li, Liang, Lin, Liu, Lu, Luo, Ma, Meng, Pan, Peng, Qian, Qin, Shao, Shen, Shi, Song, Sun, Tan, Tang,
		Tao, Tian, Wan, Wang, Wu, Xia, Xiao, Xie, Xu, Xue, Yan, Yang, Ye, Yu, Yuan, Zhang, Zhao, Zheng, Zhou, Zhu`,
	languages: "zh",
	order: "family-first",
});

export const singaporeChinese = culture({
	women: `Bee Lian, Chui Ling, Geok Choo, Hui Min, Hwee Leng, Jia Hui, Kai Xin, Li Ting, Mei Fong, Pei Shan, Poh Choo,
		Shu Hui, Siew Ling, Soo Fen, Xiu Wen, Yan Ling, Yi Xuan, Zhi Ling`,
	men: `Boon Keng, Cheng Hock, Chee Meng, Eng Huat, Guan Hao, Jun Wei, Kah Wai, Kian Seng, Kok Leong, Meng Fai, Seng Huat,
		Teck Wah, Wai Keong, Wee Kiat, Yew Chong, Yong Sheng, Zhi Hao`,
	families: `Ang, Boey, Chan, Cheong, Chia, Chong, Chua, Foo, Goh, Ho, Kwek, Koh, Kuah, Leong, Lim, Loh, Neo, Ng, Ong, Pang,
		Phua, Quek, Seah, Seow, Sim, Tan, Tay, Teo, Toh, Wee, Yeo, Yap`,
	languages: "en, zh",
	order: "family-first",
});

export const malay = culture({
	women:
		"Aisyah, Farhana, Hasnah, Hidayah, Khairunnisa, Liyana, Maznah, Nadiah, Norhayati, Nurul, Rohani, Siti Nur, Suriani, Zarina",
	men: "Aidil, Azman, Faizal, Firdaus, Hafiz, Hakim, Iskandar, Khairul, Nazri, Rashid, Rosli, Shahrul, Syafiq, Zulkifli",
	families: `bin Abdullah/binte Abdullah, bin Ahmad/binte Ahmad, bin Hamzah/binte Hamzah, bin Ismail/binte Ismail,
		bin Jamil/binte Jamil, bin Kassim/binte Kassim, bin Osman/binte Osman, bin Rahmat/binte Rahmat,
		bin Salleh/binte Salleh, bin Yusof/binte Yusof`,
	languages: "ms, en",
});

export const vietnamese = culture({
	women:
		"Bích Ngọc, Diễm, Hạnh, Hương, Lan Anh, Mai, Mỹ Linh, Ngọc Anh, Phương, Quỳnh, Thanh Thảo, Thu Hà, Trang, Tuyết",
	men: "Anh Tuấn, Bảo, Đức, Duy, Hải, Hiếu, Khánh, Long, Minh, Nam, Phúc, Quang, Thắng, Trung",
	families:
		"Bùi, Đặng, Đinh, Đỗ, Dương, Hồ, Huỳnh, Lê, Lý, Ngô, Nguyễn, Phạm, Phan, Trần, Trịnh, Võ",
	languages: "vi",
});

export const filipino = culture({
	women:
		"Analyn, Cherry, Consuelo, Divina, Jocelyn, Liezl, Lourdes, Maricel, Marites, Rowena, Rosalie",
	men: "Arnel, Benjie, Danilo, Edgardo, Ernesto, Jayson, Nestor, Noel, Rodel, Rommel, Wilfredo",
	families:
		"Abad, Aguilar, Bautista, Castillo, Dela Cruz, Evangelista, Lacson, Macaraeg, Manalo, Ocampo, Pangilinan, Salazar, Tolentino, Villanueva",
	languages: "fil, en",
});

import { culture } from "./culture.ts";

export const brazilian = culture({
	women: `Adriana, Aline, Bruna, Cristiane, Daniela, Débora, Eliane, Fabiana, Fernanda, Flávia, Giovana, Isadora, Juliana,
		Larissa, Letícia, Luciana, Mariana, Patrícia, Priscila, Rafaela, Renata, Tatiana, Vanessa, Vitória`,
	men: `Alexandre, Antônio, Caio, César, Cláudio, Daniel, Émerson, Fábio, Guilherme, Gustavo, Igor, Leandro, Luciano,
		Marcelo, Márcio, Mateus, Murilo, Otávio, Rafael, Renan, Ricardo, Sérgio, Vinícius, Wagner`,
	families: `Alencar, Amaral, Andrade, Araújo, Assis, Barreto, Batista, Bezerra, Borges, Brandão, Camargo, Campos, Cavalcanti,
		Cunha, Dias, Farias, Figueira, Guimarães, Lacerda, Lima, Machado, Medeiros, Melo, Mendonça, Moraes, Moreira,
		Nunes, Oliveira, Peixoto, Pereira, Prado, Ramos, Rezende, Sales, Siqueira, Souza, Toledo, Vasconcelos, Xavier`,
	languages: "pt",
	double: 0.45,
});

export const japaneseBrazilian = culture({
	women:
		"Akemi, Cristina, Elisa, Harumi, Helena, Kaori, Lúcia, Naomi, Regina, Sayuri, Silvia, Yumi",
	men: "Akira, Celso, Edson, Hideki, Jorge, Kenji, Mário, Massao, Paulo, Roberto, Takeshi, Walter",
	families:
		"Fujimoto, Hayashi, Ishikawa, Kimura, Matsuda, Miyazato, Nakamura, Oshiro, Sakamoto, Shimizu, Tanabe, Uehara, Watanabe, Yamashiro",
	languages: "pt, ja",
});

export const american = culture({
	women: `Abigail, Allison, Brenda, Caitlin, Cynthia, Danielle, Deborah, Erin, Heather, Holly, Jessica, Karen, Kimberly,
		Lauren, Leslie, Megan, Melissa, Monica, Nicole, Pamela, Rebecca, Sandra, Shannon, Stephanie, Tamara, Tracy, Valerie`,
	men: `Aaron, Andrew, Brent, Cody, Craig, Curtis, Derek, Douglas, Eric, Gary, Gregory, Jeffrey, Joel, Kenneth, Keith, Kyle,
		Marcus, Mitchell, Nathan, Randall, Scott, Sean, Stephen, Timothy, Travis, Tyler, Wade`,
	families: `Aldridge, Barnett, Bowers, Bradshaw, Caldwell, Chambers, Coleman, Daniels, Dawson, Dunlap, Ellison,
		Fletcher, Garrison, Greer, Hadley, Hensley, Holcomb, Ingram, Kirkland, Lambert, Langston, McAllister, McCoy, Merritt,
		Norwood, Pruitt, Ramsey, Rhodes, Sawyer, Stanton, Tillman, Underwood, Vaughn, Whitfield, Yates`,
	languages: "en",
});

export const africanAmerican = culture({
	women:
		"Aaliyah, Alicia, Brianna, Carmen, Ebony, Gloria, Imani, Jasmine, Keisha, Latoya, Monique, Nia, Renee, Shanice, Tasha, Yolanda",
	men: "Andre, Antoine, Cedric, Darius, Darnell, Isaiah, Jamal, Jerome, Malik, Maurice, Quentin, Reggie, Terrence, Tyrone, Vernon, Xavier",
	families:
		"Banks, Batiste, Broussard, Cole, Dorsey, Fontenot, Gaines, Grayson, Hayes, Joyner, Mayfield, Mosley, Pettway, Simmons, Toussaint, Walker, Winfield",
	languages: "en",
});

export const mexicanAmerican = culture({
	women:
		"Alejandra, Ana María, Araceli, Blanca, Claudia, Diana, Elena, Gabriela, Guadalupe, Leticia, Lorena, Marisol, Norma, Rosario, Verónica, Ximena",
	men: "Alejandro, Arturo, Carlos, Ernesto, Felipe, Gerardo, Guillermo, Héctor, Ignacio, Javier, Luis, Octavio, Ramón, Raúl, Rogelio, Víctor",
	families: `Arredondo, Benavides, Cantú, Cárdenas, Delgado, Escamilla, Espinoza, Garza, Guajardo, Ibarra, Longoria, Luna, Montemayor,
		Olvera, Palacios, Quintanilla, Reyna, Salinas, Treviño, Urrutia, Villarreal, Zamora`,
	languages: "es, en",
});

export const quebecois = culture({
	women: `Amélie, Annie, Audrey, Catherine, Chantal, Élise, Ève, France, Geneviève, Isabelle, Josée, Julie, Karine, Louise,
		Maude, Mélanie, Mireille, Nathalie, Pascale, Rosalie, Stéphanie, Sylvie, Valérie`,
	men: `Alain, Antoine, Benoît, Christian, Daniel, Éric, Étienne, Félix, François, Gilles, Guillaume, Jean-François, Luc,
		Marc-André, Martin, Mathieu, Maxime, Olivier, Pascal, Philippe, Rémi, Simon, Yves`,
	families: `Archambault, Beaulieu, Bélanger, Bergeron, Boisvert, Bouchard, Charbonneau, Cloutier, Côté, Desjardins, Dubé,
		Fortin, Gagné, Gauthier, Girard, Lachance, Laflamme, Lapointe, Lavoie, Leclerc, Lefebvre, Morin, Ouellet, Pelletier,
		Poirier, Rivard, Savard, Thériault, Vaillancourt`,
	languages: "fr, en",
});

export const haitian = culture({
	women:
		"Claudette, Daphnée, Fabienne, Guerda, Islande, Marie-Ange, Mirlande, Nadège, Rose-Laure, Roseline, Widline",
	men: "Emmanuel, Fritz, Jacques, Jean-Robert, Junior, Kerby, Reginald, Ricardo, Wilfrid, Wilner, Yvon",
	families:
		"Augustin, Beaubrun, Célestin, Charles, Désir, Dorcé, Estimé, Étienne, Jean-Baptiste, Joseph, Lafontant, Mondésir, Pierre-Louis, Saint-Fleur, Télémaque",
	languages: "ht, fr",
});

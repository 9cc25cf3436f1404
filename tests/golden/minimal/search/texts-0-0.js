found("texts-0-0", [["first","March 2, 2022","Somebody said something","","",[["These words are invented.","","quote-1"]],"",["Nobody in particular","The Invented Paper"]]]);

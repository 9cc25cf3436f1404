found("events-0-0", [["categories/talk","sources/paper"],[[738216,738216,1,0,0,1]]]);

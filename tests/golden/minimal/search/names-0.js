found("names-0", [["categories/talk","Talk"],["sources/paper","An invented article"]]);

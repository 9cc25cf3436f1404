found({{ content.name|json }}, {{ search_file(content) }});

"""Plan: the timeline becomes pages; decides what is published, what exists and where."""

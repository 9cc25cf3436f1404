"""Sites: the same made-up events in the form that each generator reads."""

"""How fast the network page opens and answers in a real browser, beside plain pyvis, on made-up networks like ours."""

package programme

// Messages holds the texts of this package's messages, Swedish and English.
var Messages = map[string][2]string{}

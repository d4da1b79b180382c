package locale

func init() { Register(words) }

// words are texts that belong to no package in particular.
var words = Messages{
	"unknown":       {"okänt", "unknown"},
	"span.until":    {"senast %[1]s", "by %[1]s"},
	"span.from":     {"från %[1]s", "from %[1]s"},
	"unit.workday":  {"%[1]s arbetsdag", "%[1]s working day"},
	"unit.day":      {"%[1]s dag", "%[1]s day"},
	"unit.workdays": {"%[1]s arbetsdagar", "%[1]s working days"},
	"unit.days":     {"%[1]s dagar", "%[1]s days"},

	"rule.sum":        {"summa av", "sum of"},
	"rule.difference": {"det första minus det andra", "the first minus the second"},
	"rule.product":    {"antal gånger värde", "number times value"},
	"rule.ratio":      {"det första som andel av det andra", "the first as a share of the second"},
	"rule.least":      {"det minsta av", "the least of"},
	"rule.greatest":   {"det största av", "the greatest of"},
	"rule.span":       {"från det minsta till det största av", "from the least to the greatest of"},
	"rule.same":       {"samma som", "the same as"},
	"rule.number":     {"antalet", "the number of"},
	"rule.fact":       {"uppgift ur källa", "stated by a source"},
	"rule.reference":  {"uppgift ur de tabeller som följer med", "from the tables that come with the product"},
	"rule.option":     {"valt av den som gjorde planen", "chosen by whoever made the plan"},
	"fact":            {"%[1]s", "%[1]s"},
}

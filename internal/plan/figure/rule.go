package figure

// Rule names how a figure was made. The locale has a sentence for each, under
// the key "rule." + Rule.
type Rule string

// Rules that are plain arithmetic on the inputs, in their order; Eval computes
// them again. All work on ranges; a result with an unknown input is unknown.
const (
	Sum        Rule = "sum"        // all inputs added
	Difference Rule = "difference" // first minus second
	Product    Rule = "product"    // a count times an amount, count, or share
	Ratio      Rule = "ratio"      // first over second, as a share
	Least      Rule = "least"      // the smallest of exact inputs
	Greatest   Rule = "greatest"   // the largest of exact inputs
	Span       Rule = "span"       // from the smallest low to the largest high
	Same       Rule = "same"       // the input itself
	Number     Rule = "number"     // how many inputs there are
)

// Rules of another kind.
const (
	Fact      Rule = "fact"      // stated by a source
	Reference Rule = "reference" // from the reference tables that come with the product
	Option    Rule = "option"    // chosen by whoever made the plan: seed, runs
)

// Eval computes an arithmetic rule. It returns false for a rule that is not
// plain arithmetic, or inputs that it cannot take.
func Eval(r Rule, in []Value) (Value, bool) {
	if r == Number {
		return OfCount(len(in)), true
	}
	if len(in) == 0 || !isArithmetic(r) {
		return Value{}, false
	}
	if k := in[0].Kind; r != Product && r != Ratio {
		for _, v := range in {
			if v.Kind != k {
				return Value{}, false
			}
		}
	}
	for _, v := range in {
		if !v.Known {
			return Unknown(in[0].Kind), r != Product && r != Ratio
		}
	}
	switch r {
	case Same:
		return in[0], len(in) == 1
	case Sum:
		return fold(in, func(a, b Value) Value { return Between(a.Kind, a.Low+b.Low, a.High+b.High) }), in[0].Kind != Words
	case Span:
		return fold(in, func(a, b Value) Value { return Between(a.Kind, min(a.Low, b.Low), max(a.High, b.High)) }), in[0].Kind != Words
	case Least:
		return fold(in, func(a, b Value) Value { return Between(a.Kind, min(a.Low, b.Low), min(a.High, b.High)) }), in[0].Kind != Words
	case Greatest:
		return fold(in, func(a, b Value) Value { return Between(a.Kind, max(a.Low, b.Low), max(a.High, b.High)) }), in[0].Kind != Words
	case Difference:
		return difference(in)
	case Product:
		return product(in)
	case Ratio:
		return ratio(in)
	}
	return Value{}, false
}

func isArithmetic(r Rule) bool {
	switch r {
	case Sum, Difference, Product, Ratio, Least, Greatest, Span, Same:
		return true
	}
	return false
}

func fold(in []Value, f func(a, b Value) Value) Value {
	out := in[0]
	for _, v := range in[1:] {
		out = f(out, v)
	}
	return out
}

func difference(in []Value) (Value, bool) {
	if len(in) != 2 || in[0].Kind == Words {
		return Value{}, false
	}
	k := in[0].Kind
	if k == Date {
		// How far apart dates lie that nobody has bounded cannot be said.
		if in[0].IsOpen() || in[1].IsOpen() {
			return Unknown(Period), true
		}
		k = Period
	}
	return Between(k, in[0].Low-in[1].High, in[0].High-in[1].Low), true
}

// product multiplies a count that is not negative with something.
func product(in []Value) (Value, bool) {
	if len(in) != 2 || in[0].Kind != Count || in[1].Kind == Words || in[1].Kind == Date || in[0].Low < 0 {
		return Value{}, false
	}
	n, v := in[0], in[1]
	low, high := n.Low*v.Low, n.High*v.High
	if v.Low < 0 {
		low = n.High * v.Low
	}
	if v.High < 0 {
		high = n.Low * v.High
	}
	return Between(v.Kind, low, high), true
}

// ratio divides two exact numbers of one unit and rounds half up to the
// millionth, as OfShare does.
func ratio(in []Value) (Value, bool) {
	if len(in) != 2 || in[0].Kind != in[1].Kind || !in[0].IsExact() || !in[1].IsExact() || in[1].Low == 0 {
		return Value{}, false
	}
	return OfShare(float64(in[0].Low) / float64(in[1].Low)), true
}

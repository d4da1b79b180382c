package folder

import (
	"encoding"
	"errors"
	"math"
	"reflect"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/etablera/etablera/internal/civil"
	"github.com/etablera/etablera/internal/money"
	"github.com/etablera/etablera/internal/programme"
)

// complaint is a message without its place.
type complaint struct {
	key  string
	args []any
}

// setScalar reads text into v, whose form is one of the scalars. It returns nil
// when all is well.
func setScalar(v reflect.Value, f form, text string) *complaint {
	if !utf8.ValidString(text) {
		return &complaint{"folder.not-utf8", nil}
	}
	if f == aString {
		v.SetString(text)
		return nil
	}
	text = strings.TrimSpace(text)
	switch f {
	case aText:
		return unmarshal(v, text)
	case aBool:
		switch text {
		case "yes", "true":
			v.SetBool(true)
		case "", "no", "false":
			v.SetBool(false)
		default:
			return &complaint{"folder.bad-value", []any{text, "yes, no"}}
		}
	case anInt:
		if text == "" {
			return nil
		}
		n, err := strconv.ParseInt(text, 10, 32)
		if err != nil {
			return &complaint{"folder.bad-whole-number", []any{text}}
		}
		v.SetInt(n)
	case aFloat:
		if text == "" {
			return nil
		}
		x, err := strconv.ParseFloat(text, 64)
		if point := decimal.ReplaceAllString(text, "$1.$2"); err != nil && point != text {
			if _, err := strconv.ParseFloat(point, 64); err == nil {
				return &complaint{"folder.decimal-comma", []any{text, point}}
			}
		}
		if err != nil || math.IsNaN(x) || math.IsInf(x, 0) {
			return &complaint{"folder.bad-number", []any{text}}
		}
		v.SetFloat(x)
	}
	return nil
}

// decimal is a decimal comma between digits.
var decimal = regexp.MustCompile(`([0-9]),([0-9])`)

func unmarshal(v reflect.Value, text string) *complaint {
	err := v.Addr().Interface().(encoding.TextUnmarshaler).UnmarshalText([]byte(text))
	var value *programme.ValueError
	var date *civil.FormatError
	var amount *money.FormatError
	switch {
	case err == nil:
		return nil
	case errors.As(err, &date):
		return &complaint{"folder.bad-date", []any{text, strings.ReplaceAll(date.Want, " or ", ", ")}}
	case errors.As(err, &amount):
		return &complaint{"folder.bad-amount", []any{text}}
	case errors.As(err, &value):
		return &complaint{"folder.bad-value", []any{text, value.Want}}
	}
	return &complaint{"folder.bad-value", []any{text, err.Error()}}
}

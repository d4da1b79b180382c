package document

import (
	"fmt"
	"reflect"
	"strings"
)

// A MissingWordError names a fixed word that the document does not have.
type MissingWordError struct{ Word, Lang string }

func (e *MissingWordError) Error() string {
	return fmt.Sprintf("the document has no word for %s in the language %q: writers need it in Document.Words", e.Word, e.Lang)
}

// CheckWords returns an error for the first of the fixed words that is empty.
func (d *Document) CheckWords() error {
	v := reflect.ValueOf(d.Words)
	for i := range v.NumField() {
		if strings.TrimSpace(v.Field(i).String()) == "" {
			return &MissingWordError{v.Type().Field(i).Name, d.Lang}
		}
	}
	return nil
}

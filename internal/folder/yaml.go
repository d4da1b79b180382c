package folder

import (
	"errors"
	"strings"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/lexer"
	"github.com/goccy/go-yaml/parser"
	"github.com/goccy/go-yaml/token"
)

// syntaxError is why a text is not YAML of the plain kind, and where.
type syntaxError struct {
	line, column int
	key          string
	args         []any
}

// parse reads text as YAML. refused holds what is YAML but not accepted here;
// err is the first error of syntax, after which there are no documents. The
// parser is the work of others and meets hostile text, so a panic in it counts
// as an error of syntax.
func parse(text string) (docs []*ast.DocumentNode, refused []syntaxError, err *syntaxError) {
	defer func() {
		if p := recover(); p != nil {
			docs, err = nil, &syntaxError{1, 1, "folder.syntax", nil}
		}
	}()
	tokens := lexer.Tokenize(text)
	if tooDeep := nesting(tokens); tooDeep != nil {
		return nil, nil, &syntaxError{tooDeep.Position.Line, tooDeep.Position.Column, "folder.too-deep", []any{maxNesting}}
	}
	refused = checkTokens(tokens)
	file, parseErr := parser.Parse(tokens, 0, parser.AllowDuplicateMapKey())
	if parseErr != nil {
		return nil, refused, explain(parseErr)
	}
	return file.Docs, refused, nil
}

// nesting returns the token at which mappings and sequences lie deeper within
// each other than maxNesting. It looks before parsing, because the parser
// recurses and a stack that overflows cannot be recovered from.
func nesting(tokens token.Tokens) *token.Token {
	flow := 0
	var block []int // columns of the open block mappings and sequences
	for _, tk := range tokens {
		switch {
		case tk.Type == token.SequenceStartType || tk.Type == token.MappingStartType:
			flow++
		case tk.Type == token.SequenceEndType || tk.Type == token.MappingEndType:
			flow = max(0, flow-1)
		case tk.Type == token.SequenceEntryType || tk.NextType() == token.MappingValueType:
			column := tk.Position.Column
			for len(block) > 0 && block[len(block)-1] >= column {
				block = block[:len(block)-1]
			}
			block = append(block, column)
		}
		if flow+len(block) > maxNesting {
			return tk
		}
	}
	return nil
}

// checkTokens finds the parts of YAML that are refused.
func checkTokens(tokens token.Tokens) (refused []syntaxError) {
	content, directive := false, 0
	for i, tk := range tokens {
		key := ""
		switch tk.Type {
		case token.AnchorType:
			key = "folder.anchor"
		case token.AliasType:
			key = "folder.alias"
		case token.TagType:
			key = "folder.tag"
		case token.MergeKeyType:
			key = "folder.merge-key"
		case token.DirectiveType:
			key = "folder.directive"
			directive = tk.Position.Line
		case token.MappingKeyType:
			key = "folder.complex-key"
		case token.DocumentHeaderType:
			if content {
				key = "folder.second-document"
			}
		case token.DocumentEndType:
			if i < len(tokens)-1 {
				key = "folder.second-document"
			}
		}
		content = content || tk.Type != token.CommentType && tk.Position.Line != directive
		if key != "" {
			refused = append(refused, syntaxError{tk.Position.Line, tk.Position.Column, key, nil})
		}
	}
	return refused
}

// reasons maps what the parser says to messages of our own: first match wins.
var reasons = []struct{ part, key string }{
	{"quoted text", "folder.syntax-quote"},
	{"reserved character", "folder.syntax-reserved"},
	{"tab character", "folder.tab"},
	{"character '\t'", "folder.tab"},
	{"could not find '", "folder.syntax-bracket"},
	{"token ']'", "folder.syntax-bracket"},
	{"token '}'", "folder.syntax-bracket"},
	{"must be specified", "folder.syntax-bracket"},
	{"mapping value is not allowed", "folder.syntax-colon"},
	{"invalid key", "folder.syntax-colon"},
	{"block sequence entries", "folder.syntax-dash"},
	{"non-map value", "folder.syntax-no-colon"},
	{"unexpected key name", "folder.syntax-no-colon"},
	{"value is not allowed", "folder.syntax-indent"},
}

func explain(err error) *syntaxError {
	out := &syntaxError{1, 1, "folder.syntax", nil}
	var syntax yaml.Error
	if !errors.As(err, &syntax) {
		return out
	}
	if tk := syntax.GetToken(); tk != nil && tk.Position != nil {
		out.line, out.column = max(1, tk.Position.Line), max(1, tk.Position.Column)
	}
	for _, r := range reasons {
		if strings.Contains(syntax.GetMessage(), r.part) {
			out.key = r.key
			break
		}
	}
	return out
}

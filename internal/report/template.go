package report

import (
	"embed"
	"fmt"
	"io/fs"
	"strings"
	"text/template"

	"github.com/etablera/etablera/internal/locale"
	"github.com/etablera/etablera/internal/report/document"
)

//go:embed templates/*.md
var embedded embed.FS

// Templates are the texts of a report in one language.
type Templates struct {
	Letter, Body         string
	LetterName, BodyName string // for messages
}

// maxTemplate bounds a template that a programme folder brings.
const maxTemplate = 1 << 20

// LoadTemplates returns the templates for a language: those at the root of the
// folder where there are any (report.sv.md, letter.sv.md), else the embedded ones.
func LoadTemplates(folder fs.FS, lang locale.Lang) (Templates, error) {
	var t Templates
	var err error
	if t.Letter, t.LetterName, err = loadTemplate(folder, "letter."+string(lang)+".md"); err != nil {
		return t, err
	}
	t.Body, t.BodyName, err = loadTemplate(folder, "report."+string(lang)+".md")
	return t, err
}

func loadTemplate(folder fs.FS, name string) (text, place string, err error) {
	if folder != nil {
		if info, err := fs.Stat(folder, name); err == nil {
			if info.Size() > maxTemplate {
				return "", name, fmt.Errorf("%s: %d bytes is more than a template may have (%d)", name, info.Size(), maxTemplate)
			}
			b, err := fs.ReadFile(folder, name)
			return string(b), name, err
		}
	}
	b, err := embedded.ReadFile("templates/" + name)
	return string(b), name, err
}

// Tokens stand for figures and blocks while a template is only text. They are
// private-use runes, which a template must not contain, around an index.
const (
	inlineOpen, inlineClose = '\ue000', '\ue001'
	blockOpen, blockClose   = '\ue002', '\ue003'
)

func isToken(r rune) bool { return r >= inlineOpen && r <= lineClose }

// execute runs a template and turns the Markdown that it gives into blocks.
func (b *builder) execute(name, text string) ([]document.Block, error) {
	if err := checkText(name, text); err != nil {
		return nil, err
	}
	t, err := template.New(name).Funcs(b.functions()).Parse(text)
	if err != nil {
		if strings.HasSuffix(err.Error(), "unexpected EOF") {
			err = fmt.Errorf("%w: an if, range or with lacks its {{end}}", err)
		}
		return nil, err
	}
	markLines(t.Root, text)
	var out strings.Builder
	if err := t.Execute(&out, b.data()); err != nil {
		return nil, err
	}
	markdown, lines := takeLines(out.String())
	return b.blocks(&source{name: name, text: []byte(markdown), lines: lines})
}

// inline keeps a piece of inline content and returns the token that stands for it.
func (b *builder) inline(in ...document.Inline) string {
	b.inlines = append(b.inlines, in)
	return fmt.Sprintf("%c%d%c", inlineOpen, len(b.inlines)-1, inlineClose)
}

// block keeps a block and returns a paragraph of its own with its token.
func (b *builder) block(x document.Block) string {
	b.kept = append(b.kept, x)
	return fmt.Sprintf("\n\n%c%d%c\n\n", blockOpen, len(b.kept)-1, blockClose)
}

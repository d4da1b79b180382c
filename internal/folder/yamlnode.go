package folder

import "github.com/goccy/go-yaml/ast"

// scalarText returns what a scalar says, exactly as written but without quotes:
// 007 stays 007 and 1.50 stays 1.50. ok is false for mappings and sequences.
func scalarText(n ast.Node) (text string, ok bool) {
	switch n := n.(type) {
	case *ast.StringNode:
		return n.Value, true
	case *ast.LiteralNode:
		return n.Value.Value, true
	case *ast.NullNode:
		return "", true
	case *ast.IntegerNode, *ast.FloatNode, *ast.BoolNode, *ast.InfinityNode, *ast.NanNode:
		return n.GetToken().Value, true
	}
	return "", false
}

func isNull(n ast.Node) bool {
	_, ok := n.(*ast.NullNode)
	return ok || n == nil
}

// isRefused says whether a node is one that checkTokens has already complained
// about, so that nothing more needs to be said.
func isRefused(n ast.Node) bool {
	switch n.(type) {
	case *ast.AnchorNode, *ast.AliasNode, *ast.TagNode, *ast.MergeKeyNode, *ast.DirectiveNode, *ast.MappingKeyNode:
		return true
	}
	return false
}

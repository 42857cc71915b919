using System.Text;
using System.Text.RegularExpressions;
using DataConnectors.Core.Transformation;
using DataConnectors.Web.Components.Shared;

namespace DataConnectors.Web.Components.Connectors.Builder.Data.Code;

/// <summary>Writes code to begin with: a function that picks the first fields of the example.</summary>
internal static partial class CodeStart
{
    /// <summary>The most fields it picks; an admin rather deletes a line than reads thirty.</summary>
    public const int MaxFields = 12;

    // Names that a variable cannot have, or would hide.
    private static readonly HashSet<string> Taken = new(
        (
            "and as assert async await break case catch class const context continue debugger def default del delete do elif else enum except "
            + "export extends finally for from function global if import in instanceof interface is item lambda let new None nonlocal not null or "
            + "package pass private protected public raise response return static super switch this throw transform try typeof var void while with "
            + "yield True False true false dict filter id input len list map max min set str sum type"
        ).Split(' '),
        StringComparer.Ordinal
    );

    /// <summary>The code.</summary>
    /// <param name="mode">The language.</param>
    /// <param name="fields">The fields of the example; null for none, and then the answer is returned as it is.</param>
    public static string Write(CodeMode mode, FieldNode? fields)
    {
        var isPython = mode == CodeMode.Python;
        var code = new StringBuilder(
            isPython ? "def transform(response):\n" : "function transform(response) {\n"
        );
        var indent = new string(' ', mode.TabSize);
        var source = "response";
        var node = fields;
        while (WrappedIn(node) is { } inner)
        {
            var name =
                Identifier().IsMatch(inner.Name) && !Taken.Contains(inner.Name)
                    ? inner.Name
                    : "inner";
            var empty = inner.Type == FieldType.List ? "[]" : "{}";
            code.Append(indent)
                .Append(
                    isPython
                        ? $"{name} = {source}.get({Quote(inner.Name)}) or {empty}\n"
                        : $"const {name} = {Member(source, inner.Name)} ?? {empty};\n"
                );
            source = name;
            node = inner;

            // A second variable of the same name would be the first one again.
            if (name == "inner" || WrappedIn(inner)?.Name == name)
            {
                break;
            }
        }

        var body =
            node is null || node.Children is [] or [{ Name: "[]" }] ? source
            : node.Type == FieldType.List
                ? isPython ? PythonList(source, node)
                    : ScriptList(source, node)
            : isPython ? PythonObject(source, node, "    ")
            : ScriptObject(source, node, "  ");
        code.Append(indent).Append("return ").Append(body);
        return code.Append(isPython ? "\n" : ";\n}\n").ToString();
    }

    /// <summary>The only field of an answer that merely wraps it.</summary>
    private static FieldNode? WrappedIn(FieldNode? node) =>
        node
            is {
                Type: FieldType.Object,
                Children: [{ Type: FieldType.Object or FieldType.List, Children.Count: > 0 } only]
            }
            ? only
            : null;

    private static string PythonObject(string source, FieldNode node, string indent)
    {
        var lines = Picked(node)
            .Select(name => $"{indent}    {Quote(name)}: {source}.get({Quote(name)}),\n");
        return $"{{\n{string.Concat(lines)}{indent}}}";
    }

    private static string PythonList(string source, FieldNode node) =>
        $"[\n        {PythonObject("item", node, "        ")}\n        for item in {source}\n    ]";

    private static string ScriptObject(string source, FieldNode node, string indent)
    {
        var lines = Picked(node)
            .Select(name =>
                $"{indent}  {(Identifier().IsMatch(name) ? name : Quote(name))}: {Member(source, name)},\n"
            );
        return $"{{\n{string.Concat(lines)}{indent}}}";
    }

    private static string ScriptList(string source, FieldNode node) =>
        $"{source}.map((item) => ({ScriptObject("item", node, "  ")}))";

    private static IEnumerable<string> Picked(FieldNode node) =>
        node.Children.Take(MaxFields).Select(child => child.Name);

    private static string Member(string source, string name) =>
        Identifier().IsMatch(name) ? $"{source}.{name}" : $"{source}[{Quote(name)}]";

    /// <summary>A literal of both languages.</summary>
    private static string Quote(string text) => ReadableJson.Write(text);

    [GeneratedRegex("^[A-Za-z_][A-Za-z0-9_]*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Identifier();
}

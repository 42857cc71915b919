using DataConnectors.Core.Connectors;
using DataConnectors.Core.Scripting;

namespace DataConnectors.Web.Components.Connectors.Builder.Data.Code;

/// <summary>A language in which an admin can reshape the answer, as the builder shows it.</summary>
/// <param name="Language">Which.</param>
/// <param name="Name">As people say it.</param>
/// <param name="Editor">Monaco's name.</param>
/// <param name="Path">Where the code stands in the definition, as in problems.</param>
/// <param name="TabSize">How wide a step of indentation is, in characters.</param>
/// <param name="Signatures">How the function may be declared.</param>
/// <param name="Modules">What can be imported.</param>
/// <param name="Printing">What prints to the test panel.</param>
/// <param name="Alternatives">What works on where this language cannot run.</param>
public sealed record CodeMode(
    CodeLanguage Language,
    string Name,
    string Editor,
    string Path,
    int TabSize,
    IReadOnlyList<string> Signatures,
    IReadOnlyList<string> Modules,
    string Printing,
    string Alternatives
)
{
    /// <summary>The most time a run may take, in seconds.</summary>
    public static double Seconds => ScriptLimits.Time.TotalSeconds;

    /// <summary>The most memory a run may take, in MiB.</summary>
    public static long Mebibytes => ScriptLimits.MemoryBytes / 1024 / 1024;

    /// <summary>Python.</summary>
    public static CodeMode Python { get; } =
        new(
            CodeLanguage.Python,
            "Python",
            "python",
            "pythonCode",
            TabSize: 4,
            ["def transform(response):", "def transform(response, context):"],
            [
                "math",
                "json",
                "datetime",
                "re",
                "decimal",
                "random",
                "time",
                "collections",
                "itertools",
                "functools",
                "statistics",
                "string",
                "textwrap",
                "urllib.parse",
                "base64",
                "hashlib",
                "hmac",
                "uuid",
                "zoneinfo",
            ],
            Printing: "print",
            Alternatives: "The table view and JavaScript work on."
        );

    /// <summary>JavaScript.</summary>
    public static CodeMode JavaScript { get; } =
        new(
            CodeLanguage.JavaScript,
            "JavaScript",
            "javascript",
            "javaScriptCode",
            TabSize: 2,
            ["function transform(response)", "function transform(response, context)"],
            Modules: [],
            Printing: "console.log",
            Alternatives: "The table view works on."
        );

    /// <summary>The language of a definition; null while it uses the table.</summary>
    public static CodeMode? Of(ConnectorDefinition definition) =>
        definition.ResponseTransformation switch
        {
            ResponseTransformation.Python => Python,
            ResponseTransformation.JavaScript => JavaScript,
            _ => null,
        };

    /// <summary>The code in this language.</summary>
    public string Read(ConnectorDefinition definition) =>
        this == Python ? definition.PythonCode : definition.JavaScriptCode;

    /// <summary>The definition with other code in this language.</summary>
    public ConnectorDefinition Write(ConnectorDefinition definition, string code) =>
        this == Python
            ? definition with
            {
                PythonCode = code,
            }
            : definition with
            {
                JavaScriptCode = code,
            };
}

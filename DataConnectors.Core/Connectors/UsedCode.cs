using DataConnectors.Core.Transformation;

namespace DataConnectors.Core.Connectors;

/// <summary>A piece of code that a definition runs as it stands.</summary>
/// <param name="Path">Where it is written, as in <see cref="Kernel.Problem.Path"/>.</param>
/// <param name="Language">What it is written in.</param>
/// <param name="Code">The code; empty where it is still to be written.</param>
public sealed record UsedCode(string Path, CodeLanguage Language, string Code)
{
    /// <summary>All code of a definition that a run of it would run; what is kept for another transformation is left out.</summary>
    public static IEnumerable<UsedCode> In(ConnectorDefinition definition) =>
        definition switch
        {
            { DataAccess: DataAccess.Full } => [],
            { ResponseTransformation: ResponseTransformation.Python } =>
            [
                new("pythonCode", CodeLanguage.Python, definition.PythonCode),
            ],
            { ResponseTransformation: ResponseTransformation.JavaScript } =>
            [
                new("javaScriptCode", CodeLanguage.JavaScript, definition.JavaScriptCode),
            ],
            _ => Expressions(definition.ResponseFields),
        };

    private static IEnumerable<UsedCode> Expressions(IReadOnlyList<ResponseField> fields)
    {
        for (var i = 0; i < fields.Count; i++)
        {
            for (
                var step = 0;
                fields[i].IsExposed && step < fields[i].Transformations.Count;
                step++
            )
            {
                // That there is an expression at all is a rule of the transformations.
                if (
                    fields[i].Transformations[step]
                        is { Kind: FieldTransformation.Expression } expression
                    && expression.Settings.GetValueOrDefault("expression") is { Length: > 0 } code
                )
                {
                    yield return new(
                        $"responseFields[{i}].transformations[{step}].settings.expression",
                        CodeLanguage.Expression,
                        code
                    );
                }
            }
        }
    }
}

using DataConnectors.Core.Scripting;
using DataConnectors.Core.Transformation;
using FluentValidation;

namespace DataConnectors.Core.Connectors.Rules;

/// <summary>The code that reshapes the answer: it is there, this machine can run it, and it compiles.</summary>
internal sealed class CodeRules : AbstractValidator<RuleSubject>
{
    public CodeRules() =>
        RuleFor(subject => subject)
            .Custom(
                (subject, context) =>
                {
                    foreach (var (path, language, code) in CodeOf(subject.Definition))
                    {
                        if (FaultIn(subject.Context.Code, language, code) is { } fault)
                        {
                            context.Add(path, fault);
                        }
                    }
                }
            );

    private static IEnumerable<(string Path, CodeLanguage Language, string Code)> CodeOf(
        ConnectorDefinition definition
    )
    {
        if (definition.DataAccess == DataAccess.Full)
        {
            return [];
        }

        return definition.ResponseTransformation switch
        {
            ResponseTransformation.Python =>
            [
                ("pythonCode", CodeLanguage.Python, definition.PythonCode),
            ],
            ResponseTransformation.JavaScript =>
            [
                ("javaScriptCode", CodeLanguage.JavaScript, definition.JavaScriptCode),
            ],
            _ => Expressions(definition),
        };
    }

    private static IEnumerable<(string, CodeLanguage, string)> Expressions(
        ConnectorDefinition definition
    )
    {
        for (var i = 0; i < definition.ResponseFields.Count; i++)
        {
            var field = definition.ResponseFields[i];
            for (var step = 0; field.IsExposed && step < field.Transformations.Count; step++)
            {
                // That there is an expression at all is a rule of the transformations.
                if (
                    field.Transformations[step]
                        is { Kind: FieldTransformation.Expression } expression
                    && expression.Settings.GetValueOrDefault("expression") is { Length: > 0 } code
                )
                {
                    yield return (
                        $"responseFields[{i}].transformations[{step}].settings.expression",
                        CodeLanguage.Expression,
                        code
                    );
                }
            }
        }
    }

    private static string? FaultIn(CodeVerdicts verdicts, CodeLanguage language, string code)
    {
        if (string.IsNullOrWhiteSpace(code))
        {
            return language == CodeLanguage.Python
                ? "Write a function that reshapes the answer: def transform(response): return response"
                : "Write a function that reshapes the answer: function transform(response) { return response; }";
        }

        if (code.Length > Script.MaxCodeLength)
        {
            return $"The code has {code.Length:N0} characters; at most {Script.MaxCodeLength:N0} are run. Shorten it.";
        }

        return verdicts.Find(language, code) switch
        {
            { Obstacle: { } obstacle } => obstacle,
            { Diagnostics: [var first, ..] } => language == CodeLanguage.Expression
                ? $"The expression does not compile: {first.Message}"
                : $"Line {first.Line} does not compile: {first.Message}",
            _ => null,
        };
    }
}

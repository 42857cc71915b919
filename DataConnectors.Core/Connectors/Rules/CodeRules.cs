using DataConnectors.Core.Scripting;
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
                    foreach (var (path, language, code) in UsedCode.In(subject.Definition))
                    {
                        if (FaultIn(subject.Context.Code, language, code) is { } fault)
                        {
                            context.Add(path, fault);
                        }
                    }
                }
            );

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

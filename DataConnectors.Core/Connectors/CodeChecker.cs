using DataConnectors.Core.Scripting;

namespace DataConnectors.Core.Connectors;

/// <summary>Compiles the code that a definition would run, without running it.</summary>
public sealed class CodeChecker(IPythonRuntime python, IJavaScriptRuntime javaScript)
{
    // Whose code it is matters to runs alone; nothing runs here.
    private const long Nobody = 0;

    /// <summary>The verdicts on all code that the definition uses as it stands.</summary>
    public async Task<CodeVerdicts> CheckAsync(
        ConnectorDefinition definition,
        CancellationToken cancellationToken
    )
    {
        var verdicts = CodeVerdicts.None;
        foreach (
            var (language, code) in UsedCode
                .In(definition)
                .Select(used => (used.Language, used.Code))
                .Distinct()
        )
        {
            verdicts = verdicts.With(
                language,
                code,
                await CheckAsync(language, code, cancellationToken)
            );
        }

        return verdicts;
    }

    /// <summary>The verdict on one code.</summary>
    public async Task<CodeVerdict> CheckAsync(
        CodeLanguage language,
        string code,
        CancellationToken cancellationToken
    )
    {
        IScriptRuntime runtime = language == CodeLanguage.Python ? python : javaScript;
        if (await runtime.FindObstacleAsync(cancellationToken) is { } obstacle)
        {
            return new CodeVerdict(obstacle, []);
        }

        return new CodeVerdict(
            Obstacle: null,
            language == CodeLanguage.Expression
                ? await javaScript.CheckExpressionAsync(code, cancellationToken)
                : await runtime.CheckSyntaxAsync(new Script(Nobody, code), cancellationToken)
        );
    }
}

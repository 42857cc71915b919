using DataConnectors.Core.Connectors;
using DataConnectors.Core.Scripting;
using DataConnectors.Core.Transformation;
using DataConnectors.Tests.Support;

namespace DataConnectors.Tests.Core.Connectors;

public sealed class CodeRulesTests
{
    private const string Code = "def transform(response):\n    return response";

    private static readonly ConnectorDefinition Python = Some.Definition() with
    {
        DataAccess = DataAccess.Restricted,
        ResponseTransformation = ResponseTransformation.Python,
        PythonCode = Code,
    };

    [Theory]
    [InlineData(ResponseTransformation.Python, "pythonCode", "def transform")]
    [InlineData(ResponseTransformation.JavaScript, "javaScriptCode", "function transform")]
    public void Code_that_is_chosen_must_be_there(
        ResponseTransformation transformation,
        string path,
        string part
    )
    {
        var problem = Assert.Single(
            Check(
                Python with
                {
                    ResponseTransformation = transformation,
                    PythonCode = " ",
                    JavaScriptCode = "",
                }
            )
        );

        Assert.Equal(path, problem.Path);
        Assert.Contains(part, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Code_that_nobody_has_compiled_yet_is_no_problem() => Assert.Empty(Check(Python));

    [Fact]
    public void Code_that_does_not_compile_is_a_problem_with_its_line()
    {
        var verdict = new CodeVerdict(
            Obstacle: null,
            [new ScriptDiagnostic(2, 5, 2, 6, "expected ':'")]
        );

        var problem = Assert.Single(Check(Python, CodeLanguage.Python, Code, verdict));

        Assert.Equal("pythonCode", problem.Path);
        Assert.Contains("Line 2", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_nothing_can_run_the_reason_is_the_problem()
    {
        var problem = Assert.Single(
            Check(Python, CodeLanguage.Python, Code, new CodeVerdict("No Python here.", []))
        );

        Assert.Equal("No Python here.", problem.Message);
    }

    [Fact]
    public void A_verdict_on_other_code_does_not_count() =>
        Assert.Empty(
            Check(Python, CodeLanguage.Python, "something else", new CodeVerdict("No.", []))
        );

    [Fact]
    public void Code_that_is_kept_and_not_used_is_not_judged()
    {
        var full = Python with { DataAccess = DataAccess.Full, PythonCode = "def" };
        Assert.Empty(Check(full, CodeLanguage.Python, "def", new CodeVerdict("No.", [])));
    }

    [Fact]
    public void Code_may_not_be_endless() =>
        Assert.Contains(
            "Shorten",
            Assert.Single(Check(Python with { PythonCode = new string('#', 100_001) })).Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void An_expression_that_does_not_compile_is_a_problem_of_its_field()
    {
        var definition = Some.Definition() with
        {
            DataAccess = DataAccess.Restricted,
            ResponseFields =
            [
                Some.Field("status") with
                {
                    Transformations =
                    [
                        new FieldTransformation(
                            FieldTransformation.Expression,
                            new Dictionary<string, string>(StringComparer.Ordinal)
                            {
                                ["expression"] = "value +",
                            }
                        ),
                    ],
                },
            ],
        };
        var verdict = new CodeVerdict(null, [new ScriptDiagnostic(1, 8, 1, 8, "unexpected end")]);

        var problem = Assert.Single(Check(definition, CodeLanguage.Expression, "value +", verdict));

        Assert.Equal("responseFields[0].transformations[0].settings.expression", problem.Path);
    }

    private static IReadOnlyList<DataConnectors.Core.Kernel.Problem> Check(
        ConnectorDefinition definition,
        CodeLanguage language = CodeLanguage.Python,
        string code = "",
        CodeVerdict? verdict = null
    ) =>
        Some.Rules.Check(
            definition,
            ConnectorRuleContext.Empty with
            {
                Code = verdict is null
                    ? CodeVerdicts.None
                    : CodeVerdicts.None.With(language, code, verdict),
            }
        );
}

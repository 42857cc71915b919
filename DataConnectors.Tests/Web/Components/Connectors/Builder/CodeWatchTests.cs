using DataConnectors.Core.Connectors;
using DataConnectors.Core.Kernel;
using DataConnectors.Core.Scripting;
using DataConnectors.Tests.Support;
using DataConnectors.Web.Components.Connectors.Builder;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace DataConnectors.Tests.Web.Components.Connectors.Builder;

public sealed class CodeWatchTests : IAsyncDisposable
{
    private readonly FakeTimeProvider clock = new(DateTimeOffset.UnixEpoch);
    private readonly Compiler compiler = new();
    private readonly DraftEditor editor;
    private readonly CodeWatch watch;

    public CodeWatchTests()
    {
        var store = new DraftInMemory();
        editor = new DraftEditor(
            store.Draft() with
            {
                Definition = new ConnectorDefinition
                {
                    DataAccess = DataAccess.Restricted,
                    ResponseTransformation = ResponseTransformation.Python,
                    PythonCode = "first",
                },
            },
            Some.Rules,
            ConnectorRuleContext.Empty,
            store,
            clock
        );
        watch = new CodeWatch(editor, new CodeChecker(compiler, compiler), clock);
    }

    public ValueTask DisposeAsync()
    {
        watch.Dispose();
        return editor.DisposeAsync();
    }

    [Fact]
    public void Code_is_judged_at_once_and_then_after_each_pause_in_typing()
    {
        Assert.NotNull(editor.Code.Find(CodeLanguage.Python, "first"));

        Write("sec");
        Write("second");
        clock.Advance(CodeWatch.QuietTime);

        Assert.Equal(["first", "second"], compiler.Compiled);
        Assert.NotNull(editor.Code.Find(CodeLanguage.Python, "second"));
    }

    [Fact]
    public void What_does_not_touch_the_code_that_runs_is_no_reason_to_judge_it_again()
    {
        editor.Update(draft => draft with { JavaScriptCode = "kept", ResponseFields = [] });
        clock.Advance(CodeWatch.QuietTime);

        Assert.Equal(["first"], compiler.Compiled);
    }

    [Fact]
    public void What_goes_wrong_unexpectedly_leaves_the_verdicts_as_they_are()
    {
        compiler.Fault = new InvalidOperationException();
        Write("second");
        clock.Advance(CodeWatch.QuietTime);

        Assert.NotNull(editor.Code.Find(CodeLanguage.Python, "first"));
    }

    private void Write(string code) => editor.Update(draft => draft with { PythonCode = code });

    private sealed class Compiler : IPythonRuntime, IJavaScriptRuntime
    {
        public List<string> Compiled { get; } = [];

        public Exception? Fault { get; set; }

        public ValueTask<string?> FindObstacleAsync(CancellationToken cancellationToken) =>
            ValueTask.FromResult<string?>(null);

        public Task<IReadOnlyList<ScriptDiagnostic>> CheckSyntaxAsync(
            Script script,
            CancellationToken cancellationToken
        )
        {
            Compiled.Add(script.Code);
            return Fault is null
                ? Task.FromResult<IReadOnlyList<ScriptDiagnostic>>([])
                : Task.FromException<IReadOnlyList<ScriptDiagnostic>>(Fault);
        }

        public Task<IReadOnlyList<ScriptDiagnostic>> CheckExpressionAsync(
            string expression,
            CancellationToken cancellationToken
        ) => throw new NotSupportedException();

        public Task<Outcome<ScriptRun, ScriptFailure>> RunAsync(
            Script script,
            ScriptInput input,
            CancellationToken cancellationToken
        ) => throw new NotSupportedException();

        public Task<Outcome<IReadOnlyList<ExpressionResult>, ScriptFailure>> EvaluateAsync(
            long owner,
            IReadOnlyList<ExpressionEvaluation> evaluations,
            ScriptInput input,
            CancellationToken cancellationToken
        ) => throw new NotSupportedException();
    }
}

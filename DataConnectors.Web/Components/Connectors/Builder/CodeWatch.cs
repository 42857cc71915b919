using DataConnectors.Core.Connectors;

namespace DataConnectors.Web.Components.Connectors.Builder;

/// <summary>
/// Compiles the code of a draft after each pause in typing, so that the draft's problems name what does not compile. Only the latest code
/// is judged.
/// </summary>
public sealed class CodeWatch : IDisposable
{
    /// <summary>The pause in typing that is waited for.</summary>
    public static readonly TimeSpan QuietTime = TimeSpan.FromMilliseconds(300);

    private readonly Lock gate = new();
    private readonly DraftEditor editor;
    private readonly LatestRun<Code, CodeVerdicts> latest;

    /// <summary>Judges the code as it is, and then whenever it changes.</summary>
    public CodeWatch(DraftEditor editor, CodeChecker checker, TimeProvider clock)
    {
        this.editor = editor;
        latest = new(
            (code, stop) => checker.CheckAsync(code.Definition, stop),
            verdicts =>
            {
                if (verdicts is not null)
                {
                    editor.UseCode(verdicts);
                }
            },
            clock,
            QuietTime
        );
        editor.Changed += OnChanged;
        OnChanged(this, EventArgs.Empty);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        editor.Changed -= OnChanged;
        latest.Dispose();
    }

    private void OnChanged(object? sender, EventArgs e)
    {
        // Changes come on any thread; what is asked for last must be the newest.
        lock (gate)
        {
            latest.Request(new Code(editor.Definition));
        }
    }

    /// <summary>A definition, equal to another when it runs the same code.</summary>
    private sealed class Code(ConnectorDefinition definition)
    {
        private readonly IReadOnlyList<(CodeLanguage, string)> used =
        [
            .. UsedCode.In(definition).Select(each => (each.Language, each.Code)),
        ];

        public ConnectorDefinition Definition { get; } = definition;

        public override bool Equals(object? obj) =>
            obj is Code other && used.SequenceEqual(other.used);

        public override int GetHashCode() => used.Count;
    }
}

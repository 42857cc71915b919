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
    private readonly CodeChecker checker;
    private readonly TimeProvider clock;
    private ConnectorDefinition? seen;
    private CancellationTokenSource? checking;

    /// <summary>Judges the code as it is, and then whenever it changes.</summary>
    public CodeWatch(DraftEditor editor, CodeChecker checker, TimeProvider clock)
    {
        this.editor = editor;
        this.checker = checker;
        this.clock = clock;
        editor.Changed += OnChanged;
        OnChanged(this, EventArgs.Empty);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        editor.Changed -= OnChanged;
        lock (gate)
        {
            checking?.Cancel();
            checking?.Dispose();
            checking = null;
        }
    }

    private void OnChanged(object? sender, EventArgs e)
    {
        lock (gate)
        {
            var definition = editor.Definition;
            if (seen is not null && HasSameCode(seen, definition))
            {
                return;
            }

            var delay = seen is null ? TimeSpan.Zero : QuietTime;
            seen = definition;
            checking?.Cancel();
            checking?.Dispose();
            checking = new CancellationTokenSource();
            _ = CheckAsync(definition, delay, checking.Token);
        }
    }

    private async Task CheckAsync(
        ConnectorDefinition definition,
        TimeSpan delay,
        CancellationToken cancellationToken
    )
    {
        try
        {
            await Task.Delay(delay, clock, cancellationToken);
            var verdicts = await checker.CheckAsync(definition, cancellationToken);
            cancellationToken.ThrowIfCancellationRequested();
            editor.UseCode(verdicts);
        }
        catch (OperationCanceledException)
        {
            // Somebody typed on, or the page is gone.
        }
    }

    private static bool HasSameCode(ConnectorDefinition one, ConnectorDefinition other) =>
        one.DataAccess == other.DataAccess
        && one.ResponseTransformation == other.ResponseTransformation
        && one.PythonCode == other.PythonCode
        && one.JavaScriptCode == other.JavaScriptCode
        && ReferenceEquals(one.ResponseFields, other.ResponseFields);
}

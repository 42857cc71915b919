using DataConnectors.Core.Connectors;
using DataConnectors.Core.Scripting;

namespace DataConnectors.Web.Components.Connectors.Builder.Data.Code;

/// <summary>Has code compiled after each pause in typing. Only the latest request counts; what an earlier one finds is dropped.</summary>
internal sealed class SyntaxCheck(TimeProvider clock) : IDisposable
{
    /// <summary>The pause in typing that is waited for.</summary>
    public static readonly TimeSpan QuietTime = TimeSpan.FromMilliseconds(300);

    private CancellationTokenSource? latest;

    /// <summary>Asks what is wrong with the code.</summary>
    /// <returns>What was found; null when another request came, or the page went, before it was.</returns>
    public async Task<IReadOnlyList<ScriptDiagnostic>?> RunAsync(
        ConnectorDefinition definition,
        Func<
            ConnectorDefinition,
            CancellationToken,
            Task<IReadOnlyList<ScriptDiagnostic>>
        > checkSyntax
    )
    {
        Dispose();
        using var mine = new CancellationTokenSource();
        latest = mine;
        try
        {
            await Task.Delay(QuietTime, clock, mine.Token);
            var found = await checkSyntax(definition, mine.Token);
            return mine.IsCancellationRequested ? null : found;
        }
        catch (OperationCanceledException)
        {
            return null;
        }
        finally
        {
            if (latest == mine)
            {
                latest = null;
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => latest?.Cancel();
}

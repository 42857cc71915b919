using System.Collections.Concurrent;
using DataConnectors.Core.Inbox;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace DataConnectors.Core.Agent;

/// <summary>
/// Lets Fin answer while whoever sent the message has its receipt already and hears of the answer through
/// <see cref="ConversationChanges"/>. A server that stops waits for what is under way; what it cannot finish stays pending in the database.
/// </summary>
public sealed class AnswerInBackground(
    FinConversations conversations,
    ILogger<AnswerInBackground> logger
) : IHostedService, IDisposable
{
    private readonly CancellationTokenSource stopping = new();
    private readonly ConcurrentDictionary<Task, byte> underWay = new();

    /// <summary>Begins the answer and returns at once.</summary>
    /// <param name="received">The stored message.</param>
    public void Begin(ReceivedMessage received)
    {
        if (!received.IsForFin || stopping.IsCancellationRequested)
        {
            return;
        }

        var answering = Task.Run(() => AnswerAsync(received));
        underWay[answering] = 0;
        _ = answering.ContinueWith(
            done => underWay.TryRemove(done, out _),
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default
        );
    }

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        try
        {
            await Task.WhenAll(underWay.Keys).WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            await stopping.CancelAsync();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => stopping.Dispose();

    private async Task AnswerAsync(ReceivedMessage received)
    {
        try
        {
            var outcome = await conversations.AnswerAsync(
                received.ConversationId,
                received.Message.Id,
                stopping.Token
            );
            if (outcome.Failure is { } fault)
            {
                logger.LogWarning(
                    "Fin did not answer in conversation {ConversationId}: {Reason}",
                    received.ConversationId,
                    fault.Message
                );
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // Stays pending: the next start finds it.
        }
        catch (Exception failure)
        {
            logger.LogError(
                failure,
                "Fin could not answer in conversation {ConversationId}",
                received.ConversationId
            );
        }
    }
}

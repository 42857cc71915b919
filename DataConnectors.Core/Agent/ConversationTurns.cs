namespace DataConnectors.Core.Agent;

/// <summary>Lets one turn of a conversation run at a time, whichever tab it came from. Keeps nothing of conversations at rest.</summary>
internal sealed class ConversationTurns
{
    private readonly Lock gate = new();
    private readonly Dictionary<long, Turnstile> turnstiles = [];

    /// <summary>Waits until the conversation is free; disposing the result lets the next turn in.</summary>
    public async Task<IDisposable> EnterAsync(
        long conversationId,
        CancellationToken cancellationToken
    )
    {
        Turnstile turnstile;
        lock (gate)
        {
            if (!turnstiles.TryGetValue(conversationId, out turnstile!))
            {
                turnstiles[conversationId] = turnstile = new Turnstile();
            }

            turnstile.Users++;
        }

        try
        {
            await turnstile.Semaphore.WaitAsync(cancellationToken);
        }
        catch
        {
            Leave(conversationId, turnstile);
            throw;
        }

        return new Stay(this, conversationId, turnstile);
    }

    private void Leave(long conversationId, Turnstile turnstile)
    {
        lock (gate)
        {
            if (--turnstile.Users == 0)
            {
                turnstiles.Remove(conversationId);
                turnstile.Semaphore.Dispose();
            }
        }
    }

    private sealed class Turnstile
    {
        public SemaphoreSlim Semaphore { get; } = new(1, 1);

        /// <summary>Turns inside or waiting.</summary>
        public int Users { get; set; }
    }

    private sealed class Stay(ConversationTurns turns, long conversationId, Turnstile turnstile)
        : IDisposable
    {
        private int isOver;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref isOver, 1) == 0)
            {
                turnstile.Semaphore.Release();
                turns.Leave(conversationId, turnstile);
            }
        }
    }
}

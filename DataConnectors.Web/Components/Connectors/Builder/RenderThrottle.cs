namespace DataConnectors.Web.Components.Connectors.Builder;

/// <summary>
/// Renders at once after a pause, and then at most once per <see cref="Interval"/>: typing stays ahead of rendering, so that few
/// keystrokes are still waiting when a tab is closed.
/// </summary>
internal sealed class RenderThrottle(Action render, TimeProvider clock) : IDisposable
{
    /// <summary>The shortest time between two renderings.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(40);

    private readonly Lock gate = new();
    private ITimer? timer;
    private bool isPending;
    private bool isDisposed;

    /// <summary>Asks for a rendering, now or soon. Safe from any thread.</summary>
    public void Request()
    {
        lock (gate)
        {
            if (isDisposed)
            {
                return;
            }

            if (timer is not null)
            {
                isPending = true;
                return;
            }

            timer = clock.CreateTimer(
                _ => Elapse(),
                state: null,
                Interval,
                Timeout.InfiniteTimeSpan
            );
        }

        render();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (gate)
        {
            isDisposed = true;
            timer?.Dispose();
        }
    }

    private void Elapse()
    {
        lock (gate)
        {
            timer?.Dispose();
            timer = null;
            if (!isPending)
            {
                return;
            }

            isPending = false;
        }

        Request();
    }
}

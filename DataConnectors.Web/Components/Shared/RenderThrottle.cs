namespace DataConnectors.Web.Components.Shared;

/// <summary>
/// Renders at once after a pause, and then at most once per interval: typing stays ahead of rendering, so that few keystrokes are still
/// waiting when a tab is closed, and what comes in crowds is shown together.
/// </summary>
/// <param name="render">Renders, or reads again; called on any thread.</param>
/// <param name="clock">Measures the interval.</param>
/// <param name="interval">The shortest time between two renderings; <see cref="Interval"/> when null.</param>
internal sealed class RenderThrottle(Action render, TimeProvider clock, TimeSpan? interval = null)
    : IDisposable
{
    /// <summary>The shortest time between two renderings where nobody says otherwise: short enough for typing.</summary>
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
                interval ?? Interval,
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

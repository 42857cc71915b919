namespace DataConnectors.Core.Webhooks.Delivering;

/// <summary>
/// What this dispatcher has leased: for each subscription the deliveries that wait, in order, and how many are being sent. It leases
/// more than it sends at a time, so that attempts go on while a turn commits and one turn writes down many. Safe from any thread.
/// </summary>
internal sealed class LeasedDeliveries(TimeProvider clock)
{
    private const int MostSending = 256;
    private const int MostSendingPerEndpoint = 16;

    /// <summary>With no more than these waiting a subscription is ready for further leases.</summary>
    private const int FewWaiting = 48;

    // A lease that ends before an attempt surely has could be sent twice.
    private static readonly TimeSpan TimeToSend = 2 * EndpointCalls.Patience;

    // However much waits, what ended is written down after about this long.
    private static readonly TimeSpan WritingDelay = TimeSpan.FromMilliseconds(100);

    private readonly Lock gate = new();
    private readonly Dictionary<long, Lane> lanes = [];
    private List<FinishedAttempt> finished = [];
    private List<DeliveryLease> released = [];
    private long takenAt = clock.GetTimestamp();
    private int sending;

    /// <summary>The attempts that ended and the leases that nobody will use, since the last time.</summary>
    public (List<FinishedAttempt> Finished, List<DeliveryLease> Released) Take()
    {
        lock (gate)
        {
            var taken = (finished, released);
            (finished, released) = ([], []);
            takenAt = clock.GetTimestamp();
            foreach (var attempt in taken.finished)
            {
                lanes[attempt.Lease.SubscriptionId].Leased--;
            }

            foreach (var lease in taken.released)
            {
                lanes[lease.SubscriptionId].Leased--;
            }

            return taken;
        }
    }

    /// <summary>How many are leased, by subscription; those of <see cref="Take"/> no more.</summary>
    public IReadOnlyDictionary<long, int> Count()
    {
        lock (gate)
        {
            foreach (var (id, lane) in lanes)
            {
                if (lane.Leased == 0)
                {
                    lanes.Remove(id);
                }
            }

            return lanes.ToDictionary(lane => lane.Key, lane => lane.Value.Leased);
        }
    }

    /// <summary>Takes in what a turn leased, and lets go of what waits for endpoints to which nothing is to be sent now.</summary>
    public void Add(TurnResult turn)
    {
        lock (gate)
        {
            foreach (var lease in turn.Leases)
            {
                if (!lanes.TryGetValue(lease.SubscriptionId, out var lane))
                {
                    lanes[lease.SubscriptionId] = lane = new Lane();
                }

                lane.Leased++;
                lane.Waiting.Enqueue(lease);
            }

            foreach (var (id, lane) in lanes)
            {
                if (turn.Endpoints.TryGetValue(id, out var endpoint))
                {
                    lane.Endpoint = endpoint;
                }
                else
                {
                    Release(lane);
                }
            }
        }
    }

    /// <summary>The next attempt to begin; null when none may now. Those with the fewest under way come first.</summary>
    public (WebhookEndpoint Endpoint, DeliveryLease Lease)? Next()
    {
        lock (gate)
        {
            var now = clock.GetUtcNow();
            while (sending < MostSending)
            {
                var lane = lanes
                    .Values.Where(of => of.Waiting.Count > 0 && of.Sending < MostSendingPerEndpoint)
                    .MinBy(of => of.Sending);
                if (lane is null)
                {
                    return null;
                }

                var lease = lane.Waiting.Dequeue();
                if (lease.LeasedUntil - now < TimeToSend)
                {
                    released.Add(lease);
                    continue;
                }

                lane.Sending++;
                sending++;
                return (lane.Endpoint!, lease);
            }

            return null;
        }
    }

    /// <summary>An attempt ended; whether the next turn is due.</summary>
    public bool Finish(FinishedAttempt attempt)
    {
        lock (gate)
        {
            finished.Add(attempt);
            sending--;
            var lane = lanes[attempt.Lease.SubscriptionId];
            lane.Sending--;
            if (!attempt.Answer.IsAccepted)
            {
                // What follows from the failure is known only after it was judged.
                Release(lane);
            }

            return released.Count > 0
                || lane.Waiting.Count <= FewWaiting
                || clock.GetElapsedTime(takenAt) > WritingDelay;
        }
    }

    /// <summary>Lets go of everything that waits.</summary>
    public void ReleaseAll()
    {
        lock (gate)
        {
            foreach (var lane in lanes.Values)
            {
                Release(lane);
            }
        }
    }

    private void Release(Lane lane)
    {
        released.AddRange(lane.Waiting);
        lane.Waiting.Clear();
    }

    private sealed class Lane
    {
        public Queue<DeliveryLease> Waiting { get; } = [];

        public WebhookEndpoint? Endpoint { get; set; }

        public int Leased { get; set; }

        public int Sending { get; set; }
    }
}

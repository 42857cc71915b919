using DataConnectors.Core.Kernel;

namespace DataConnectors.Web.Components.Connectors.Builder;

/// <summary>Who edits which draft in this process, so that two people on one draft see each other.</summary>
public sealed class DraftSessions
{
    private readonly Lock gate = new();
    private readonly List<DraftSession> sessions = [];

    /// <summary>Begins editing; dispose the session to end.</summary>
    public DraftSession Join(long connectorId, Actor actor)
    {
        var session = new DraftSession(this, connectorId, actor);
        lock (gate)
        {
            sessions.Add(session);
        }

        Others(session).ForEach(static other => other.TellOthersChanged());
        return session;
    }

    internal void Leave(DraftSession session)
    {
        lock (gate)
        {
            sessions.Remove(session);
        }

        Others(session).ForEach(static other => other.TellOthersChanged());
    }

    internal List<DraftSession> Others(DraftSession session)
    {
        lock (gate)
        {
            return sessions.FindAll(other =>
                other != session && other.ConnectorId == session.ConnectorId
            );
        }
    }
}

/// <summary>One open builder.</summary>
public sealed class DraftSession : IDisposable
{
    private readonly DraftSessions sessions;
    private readonly Actor actor;

    internal DraftSession(DraftSessions sessions, long connectorId, Actor actor)
    {
        this.sessions = sessions;
        this.actor = actor;
        ConnectorId = connectorId;
    }

    /// <summary>Somebody came or went. Comes on any thread.</summary>
    public event EventHandler? OthersChanged;

    /// <summary>Somebody else stored the draft. Comes on any thread.</summary>
    public event EventHandler? StoredElsewhere;

    /// <summary>The connector.</summary>
    public long ConnectorId { get; }

    /// <summary>Who else has this draft open, each once; null stands for the same teammate in another tab or window.</summary>
    public IReadOnlyList<string?> Others =>
        [
            .. sessions
                .Others(this)
                .Select(other =>
                    other.actor.TeammateId == actor.TeammateId ? null : other.actor.Name
                )
                .Distinct()
                .Order(StringComparer.CurrentCulture),
        ];

    /// <summary>Tells the others that this session stored the draft.</summary>
    public void AnnounceStored() =>
        sessions
            .Others(this)
            .ForEach(static other => other.StoredElsewhere?.Invoke(other, EventArgs.Empty));

    /// <inheritdoc/>
    public void Dispose()
    {
        OthersChanged = null;
        StoredElsewhere = null;
        sessions.Leave(this);
    }

    internal void TellOthersChanged() => OthersChanged?.Invoke(this, EventArgs.Empty);
}

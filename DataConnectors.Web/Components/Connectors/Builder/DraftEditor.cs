using DataConnectors.Core.Connectors;
using DataConnectors.Core.Kernel;

namespace DataConnectors.Web.Components.Connectors.Builder;

/// <summary>
/// The edit buffer of one draft. Changes are stored after a pause in typing and within a second in any case, one save at a time;
/// a failed save is tried again, and what somebody else stored is never replaced unless a person asks for it. Safe to call from
/// any thread; <see cref="Changed"/> comes on any thread.
/// </summary>
public sealed class DraftEditor : IAsyncDisposable
{
    /// <summary>The pause in typing that is waited for.</summary>
    public static readonly TimeSpan QuietTime = TimeSpan.FromMilliseconds(300);

    /// <summary>The longest a change waits.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(1);

    /// <summary>The pause before a failed save is tried again.</summary>
    public static readonly TimeSpan RetryDelay = TimeSpan.FromSeconds(3);

    private const int LastAttempts = 3;

    private readonly Lock gate = new();
    private readonly SemaphoreSlim oneSave = new(1);
    private readonly IDraftStore store;
    private readonly TimeProvider clock;
    private readonly ITimer timer;
    private readonly ConnectorRules rules;
    private ConnectorRuleContext context;
    private long edits;
    private long storedEdits;
    private DateTimeOffset? waitingSince;
    private bool isDisposed;

    /// <summary>Starts from a draft as loaded.</summary>
    public DraftEditor(
        ConnectorDraft draft,
        ConnectorRules rules,
        ConnectorRuleContext context,
        IDraftStore store,
        TimeProvider clock
    )
    {
        this.rules = rules;
        this.context = context;
        this.store = store;
        this.clock = clock;
        ConnectorId = draft.ConnectorId;
        Definition = draft.Definition;
        Revision = draft.Revision;
        Problems = rules.Check(Definition, context);
        timer = clock.CreateTimer(
            _ => _ = SaveAsync(),
            state: null,
            Timeout.InfiniteTimeSpan,
            Timeout.InfiniteTimeSpan
        );
    }

    /// <summary>Something here changed.</summary>
    public event EventHandler? Changed;

    /// <summary>The buffer was stored; others may want to know.</summary>
    public event EventHandler? Stored;

    /// <summary>The connector.</summary>
    public long ConnectorId { get; }

    /// <summary>The draft as the person sees it.</summary>
    public ConnectorDefinition Definition { get; private set; }

    /// <summary>The stored revision that <see cref="Definition"/> builds on.</summary>
    public long Revision { get; private set; }

    /// <summary>How the buffer stands to the stored draft.</summary>
    public DraftStatus Status { get; private set; }

    /// <summary>Why storing failed; null unless <see cref="Status"/> is <see cref="DraftStatus.Failed"/>.</summary>
    public string? FailureMessage { get; private set; }

    /// <summary>What somebody else stored; null unless <see cref="Status"/> is <see cref="DraftStatus.Conflict"/>.</summary>
    public ConnectorDraft? Theirs { get; private set; }

    /// <summary>Every problem of <see cref="Definition"/>.</summary>
    public IReadOnlyList<Problem> Problems { get; private set; }

    /// <summary>Rises when the whole definition was replaced by another one, so that inputs start afresh.</summary>
    public int Generation { get; private set; }

    /// <summary>Whether something is not stored yet.</summary>
    public bool HasUnsavedChanges
    {
        get
        {
            lock (gate)
            {
                return edits != storedEdits;
            }
        }
    }

    /// <summary>Applies an edit and sees to it that it is stored.</summary>
    public void Update(Func<ConnectorDefinition, ConnectorDefinition> edit)
    {
        lock (gate)
        {
            var edited = edit(Definition);
            if (ReferenceEquals(edited, Definition))
            {
                return;
            }

            Definition = edited;
            Problems = rules.Check(edited, context);
            edits++;
            if (Status != DraftStatus.Conflict)
            {
                Status = Status == DraftStatus.Failed ? DraftStatus.Failed : DraftStatus.Saving;
                Schedule();
            }
        }

        Changed?.Invoke(this, EventArgs.Empty);
    }

    /// <summary>Judges the definition anew, after tokens or attributes have changed.</summary>
    public void UseRules(ConnectorRuleContext newContext)
    {
        lock (gate)
        {
            context = newContext with { Code = context.Code };
            Problems = rules.Check(Definition, context);
        }

        Changed?.Invoke(this, EventArgs.Empty);
    }

    /// <summary>Judges the definition anew, after its code was compiled.</summary>
    public void UseCode(CodeVerdicts verdicts)
    {
        lock (gate)
        {
            context = context with { Code = verdicts };
            Problems = rules.Check(Definition, context);
        }

        Changed?.Invoke(this, EventArgs.Empty);
    }

    /// <summary>What is known of the code in the draft.</summary>
    public CodeVerdicts Code => context.Code;

    /// <summary>Stores now what is not stored yet.</summary>
    /// <returns>Whether everything is stored.</returns>
    public async Task<bool> FlushAsync()
    {
        do
        {
            await SaveAsync();
        } while (HasUnsavedChanges && Status == DraftStatus.Saving);

        return !HasUnsavedChanges;
    }

    /// <summary>Looks whether somebody else stored a newer draft: takes it over when nothing here would be lost, else reports the conflict.</summary>
    /// <returns>The draft that was taken over; null when none was.</returns>
    public async Task<ConnectorDraft?> RefreshAsync()
    {
        await oneSave.WaitAsync();
        try
        {
            var theirs = await store.LoadAsync(CancellationToken.None);
            lock (gate)
            {
                if (isDisposed || theirs is null || theirs.Revision <= Revision)
                {
                    return null;
                }

                if (edits == storedEdits)
                {
                    Take(theirs);
                }
                else
                {
                    Contest(theirs);
                    theirs = null;
                }
            }

            Changed?.Invoke(this, EventArgs.Empty);
            return theirs;
        }
        finally
        {
            oneSave.Release();
        }
    }

    /// <summary>Ends a conflict by dropping what is here for what they stored.</summary>
    public void LoadTheirs()
    {
        lock (gate)
        {
            if (Theirs is null)
            {
                return;
            }

            Take(Theirs);
        }

        Changed?.Invoke(this, EventArgs.Empty);
    }

    /// <summary>Ends a conflict by replacing what they stored, exactly the revision that was shown, with what is here.</summary>
    public Task<bool> KeepMineAsync()
    {
        lock (gate)
        {
            if (Theirs is not null)
            {
                Revision = Theirs.Revision;
                Theirs = null;
                Status = DraftStatus.Saving;
            }
        }

        Changed?.Invoke(this, EventArgs.Empty);
        return FlushAsync();
    }

    /// <summary>Stores what is left, with some patience, then ends. A lost circuit comes here too.</summary>
    public async ValueTask DisposeAsync()
    {
        if (isDisposed)
        {
            return;
        }

        Changed = null;
        for (var attempt = 1; !await FlushAsync(); attempt++)
        {
            if (attempt == LastAttempts || Status != DraftStatus.Failed)
            {
                break;
            }

            await Task.Delay(RetryDelay, clock);
        }

        lock (gate)
        {
            isDisposed = true;
        }

        await timer.DisposeAsync();
    }

    private async Task SaveAsync()
    {
        await oneSave.WaitAsync();
        try
        {
            ConnectorDefinition definition;
            long revision;
            long edit;
            lock (gate)
            {
                if (isDisposed || edits == storedEdits || Status == DraftStatus.Conflict)
                {
                    return;
                }

                timer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
                waitingSince = null;
                (definition, revision, edit) = (Definition, Revision, edits);
            }

            var outcome = await TrySaveAsync(definition, revision);
            var theirs = outcome.Failure?.Kind == FaultKind.Conflict ? await TryLoadAsync() : null;
            Settle(outcome, edit, theirs);
        }
        finally
        {
            oneSave.Release();
        }

        Changed?.Invoke(this, EventArgs.Empty);
    }

    private void Settle(Outcome<long, Fault> outcome, long edit, ConnectorDraft? theirs)
    {
        var isStored = false;
        lock (gate)
        {
            if (outcome.TryGet(out var revision, out var fault))
            {
                Revision = revision;
                storedEdits = edit;
                FailureMessage = null;
                Status = edits == storedEdits ? DraftStatus.Saved : DraftStatus.Saving;
                isStored = true;
            }
            else if (theirs is not null)
            {
                Contest(theirs);
            }
            else
            {
                Status = DraftStatus.Failed;
                FailureMessage = fault.Message;
                timer.Change(RetryDelay, Timeout.InfiniteTimeSpan);
            }
        }

        if (isStored)
        {
            Stored?.Invoke(this, EventArgs.Empty);
        }
    }

    private async Task<Outcome<long, Fault>> TrySaveAsync(
        ConnectorDefinition definition,
        long revision
    )
    {
        try
        {
            // Never cancelled: a person who leaves still wants their last words stored.
            return await store.SaveAsync(definition, revision, CancellationToken.None);
        }
        catch (Exception)
        {
            return new Fault(
                FaultKind.Invalid,
                "The draft could not be stored just now. Your changes are kept here and it is tried again."
            );
        }
    }

    private async Task<ConnectorDraft?> TryLoadAsync()
    {
        try
        {
            return await store.LoadAsync(CancellationToken.None);
        }
        catch (Exception)
        {
            // The next attempt to save meets the conflict again.
            return null;
        }
    }

    private void Take(ConnectorDraft theirs)
    {
        Definition = theirs.Definition;
        Revision = theirs.Revision;
        Problems = rules.Check(Definition, context);
        storedEdits = edits;
        waitingSince = null;
        Theirs = null;
        FailureMessage = null;
        Status = DraftStatus.Saved;
        Generation++;
    }

    private void Contest(ConnectorDraft theirs)
    {
        Theirs = theirs;
        FailureMessage = null;
        Status = DraftStatus.Conflict;
        timer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    private void Schedule()
    {
        if (isDisposed)
        {
            return;
        }

        var now = clock.GetUtcNow();
        waitingSince ??= now;
        var left = waitingSince.Value + LongestWait - now;
        var due = left < QuietTime ? left : QuietTime;
        timer.Change(due > TimeSpan.Zero ? due : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
    }
}

using DataConnectors.Core.Connectors;
using DataConnectors.Core.Kernel;
using DataConnectors.Web.Components.Connectors.Builder;

namespace DataConnectors.Tests.Web.Components.Connectors.Builder;

/// <summary>A stored draft that behaves as the database does, and can be slow or broken on request.</summary>
internal sealed class DraftInMemory : IDraftStore
{
    public ConnectorDefinition Definition { get; private set; } = new() { Name = "Stored" };

    public long Revision { get; private set; } = 1;

    public string SavedBy { get; private set; } = "Ana";

    public List<string> SavedNames { get; } = [];

    public int AtOnce { get; private set; }

    public int MostAtOnce { get; private set; }

    public Func<Task> BeforeSave { get; set; } = () => Task.CompletedTask;

    public Task<ConnectorDraft?> LoadAsync(CancellationToken cancellationToken) =>
        Task.FromResult<ConnectorDraft?>(Draft());

    public ConnectorDraft Draft() =>
        new(
            7,
            ConnectorState.Draft,
            LiveVersionNumber: null,
            HasUnpublishedChanges: true,
            Definition,
            Revision,
            SavedBy,
            DateTimeOffset.UnixEpoch
        );

    public async Task<Outcome<long, Fault>> SaveAsync(
        ConnectorDefinition definition,
        long basedOnRevision,
        CancellationToken cancellationToken
    )
    {
        MostAtOnce = Math.Max(MostAtOnce, ++AtOnce);
        try
        {
            await BeforeSave();
            if (basedOnRevision != Revision)
            {
                return Fault.Conflict("Somebody saved.");
            }

            Definition = definition;
            SavedBy = "Me";
            SavedNames.Add(definition.Name);
            return ++Revision;
        }
        finally
        {
            AtOnce--;
        }
    }

    public void SaveAs(string teammate, string name)
    {
        Definition = Definition with { Name = name };
        SavedBy = teammate;
        Revision++;
    }
}

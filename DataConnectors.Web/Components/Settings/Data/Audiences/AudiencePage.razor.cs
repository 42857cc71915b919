using DataConnectors.Core.Audiences;
using DataConnectors.Core.Kernel;
using DataConnectors.Core.People;
using DataConnectors.Web.Components.Audiences;
using DataConnectors.Web.Components.Shared;
using DataConnectors.Web.Hosting;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace DataConnectors.Web.Components.Settings.Data.Audiences;

/// <summary>A new audience, or one that exists. What somebody else saved meanwhile is shown beside what is here, and neither is lost.</summary>
public sealed partial class AudiencePage(
    AudienceQueries queries,
    PeopleQueries people,
    CreateAudience createAudience,
    ChangeAudience changeAudience,
    CurrentActor currentActor,
    NavigationManager navigation,
    ISnackbar snackbar,
    ILogger<AudiencePage> logger
) : IDisposable
{
    private static readonly IReadOnlyList<BreadcrumbItem> Breadcrumbs =
    [
        new("Audiences", DataPages.Audiences),
    ];

    private readonly PageReading reading = new(logger);
    private Actor? actor;
    private IReadOnlyList<KnownAttribute> attributes = [];
    private IReadOnlyList<string> tags = [];
    private AudienceSummary? stored;
    private AudienceSummary? theirs;
    private AudienceDetails? details;
    private AudienceDetails? unchanged;
    private IReadOnlyList<Problem> refused = [];
    private string? general;
    private bool isMissing;
    private bool isSaving;
    private bool showsAll;
    private long? loadedId;

    /// <summary>The audience; null for a new one.</summary>
    [Parameter]
    public long? AudienceId { get; set; }

    private string Heading =>
        AudienceId is null ? "New audience"
        : isMissing ? "Audience not found"
        : stored?.Name ?? "Audience";

    private bool IsChanged => details != unchanged;

    private IReadOnlyList<Problem> Problems => [.. details!.Check(attributes), .. refused];

    private AudienceChoice? Choice =>
        AudienceRules.Check(details!.Rule, attributes, "rule").HaveErrors()
            ? null
            : new AudienceChoice([], details.Rule, new Rollout(Rollout.Whole, AudienceId ?? 0));

    /// <inheritdoc/>
    public void Dispose() => reading.Dispose();

    /// <inheritdoc/>
    protected override Task OnParametersSetAsync() =>
        details is null || loadedId != AudienceId ? LoadAsync() : Task.CompletedTask;

    private Task LoadAsync() =>
        reading.RunAsync(
            "The audience",
            async () =>
            {
                loadedId = AudienceId;
                actor = await currentActor.GetAsync();
                attributes = await people.ListAttributesAsync(reading.Leaving);
                tags = await people.ListTagsAsync(reading.Leaving);
                if (AudienceId is not { } id)
                {
                    Take(null);
                    return;
                }

                var found = await queries.FindAsync(id, reading.Leaving);
                isMissing = found is null;
                Take(found);
            }
        );

    private void Take(AudienceSummary? audience)
    {
        stored = audience;
        theirs = null;
        general = null;
        refused = [];
        showsAll = false;
        details = unchanged = audience is null
            ? new AudienceDetails("", "", new AudienceRule { Conditions = [new()] })
            : new AudienceDetails(audience.Name, audience.Description, audience.Rule);
    }

    private void Change(AudienceDetails changed)
    {
        details = changed;
        refused = [];
        general = null;
    }

    private async Task SaveAsync()
    {
        if (isSaving)
        {
            return;
        }

        isSaving = true;
        var sent = details!;
        var outcome = AudienceId is { } id
            ? await changeAudience.RunAsync(
                await currentActor.GetAsync(),
                id,
                sent,
                stored!.Revision,
                CancellationToken.None
            )
            : await createAudience.RunAsync(
                await currentActor.GetAsync(),
                sent,
                CancellationToken.None
            );
        isSaving = false;
        if (outcome.TryGet(out _, out var fault))
        {
            unchanged = details = sent;
            snackbar.Add(
                $"{(AudienceId is null ? "Created" : "Saved")} \"{sent.Name.Trim()}\".",
                Severity.Success
            );
            navigation.NavigateTo(DataPages.Audiences);
            return;
        }

        showsAll = true;
        if (fault.Kind == FaultKind.Conflict)
        {
            theirs = await queries.FindAsync(AudienceId!.Value, CancellationToken.None);
        }

        // What the rules here say already is not said twice.
        var known = sent.Check(attributes);
        refused = [.. fault.Problems.Where(problem => !known.Contains(problem))];
        general = fault.Message;
    }

    private Task KeepMineAsync()
    {
        stored = theirs;
        theirs = null;
        return SaveAsync();
    }

    private void LoadTheirs() => Take(theirs);
}

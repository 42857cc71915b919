using DataConnectors.Core.Audiences;
using DataConnectors.Core.Kernel;
using DataConnectors.Web.Components.Audiences;
using DataConnectors.Web.Components.Shared;
using DataConnectors.Web.Hosting;
using MudBlazor;

namespace DataConnectors.Web.Components.Settings.Data.Audiences;

/// <summary>The reusable audiences, with how many people each reaches.</summary>
public sealed partial class AudiencesPage(
    AudienceQueries queries,
    CountReach countReach,
    DeleteAudience deleteAudience,
    CurrentActor currentActor,
    IDialogService dialogs,
    ISnackbar snackbar,
    ILogger<AudiencesPage> logger
) : IDisposable
{
    private readonly PageReading reading = new(logger);
    private Actor? actor;
    private IReadOnlyList<AudienceSummary>? audiences;
    private IReadOnlyDictionary<long, Reach>? reach;
    private string? search;

    private IReadOnlyList<AudienceSummary> Shown =>
        [.. audiences!.Where(audience => Holds(audience, search?.Trim() ?? ""))];

    /// <inheritdoc/>
    public void Dispose() => reading.Dispose();

    /// <inheritdoc/>
    protected override Task OnInitializedAsync() => LoadAsync();

    private static bool Holds(AudienceSummary audience, string text) =>
        audience.Name.Contains(text, StringComparison.OrdinalIgnoreCase)
        || audience.Description.Contains(text, StringComparison.OrdinalIgnoreCase)
        || AudienceWords.Describe(audience.Rule).Contains(text, StringComparison.OrdinalIgnoreCase);

    private Task LoadAsync() =>
        reading.RunAsync(
            "The audiences",
            async () =>
            {
                actor = await currentActor.GetAsync();
                var listed = await queries.ListAsync(reading.Leaving);
                audiences = listed;

                // The list is there at once; everybody is looked at meanwhile, beside the circuit.
                StateHasChanged();
                var reached = await Task.Run(
                    () =>
                        countReach.RunForEachAsync(
                            [
                                .. listed.Select(audience => new AudienceChoice(
                                    [audience.Id],
                                    Custom: null,
                                    new Rollout(Rollout.Whole, audience.Id)
                                )),
                            ],
                            reading.Leaving
                        ),
                    reading.Leaving
                );
                reach = listed
                    .Zip(reached)
                    .ToDictionary(pair => pair.First.Id, pair => pair.Second);
            }
        );

    private async Task DeleteAsync(AudienceSummary audience)
    {
        // Who uses it may have changed since the list was read: nobody is asked to confirm what is refused.
        var now = await queries.FindAsync(audience.Id, CancellationToken.None);
        if (now is { UsedBy.Count: > 0 })
        {
            await dialogs.ShowMessageBoxAsync(
                $"\"{now.Name}\" is in use",
                $"This audience is used by {string.Join(", ", now.UsedBy.Select(name => $"\"{name}\""))}. Choose another audience there, and publish where they are live, then delete it.",
                yesText: "Close"
            );
            await LoadAsync();
            return;
        }

        var tried = await Deletion.RunAsync(
            dialogs,
            snackbar,
            $"\"{audience.Name}\"",
            "No data connector uses it.",
            async () =>
                await deleteAudience.RunAsync(
                    await currentActor.GetAsync(),
                    audience.Id,
                    CancellationToken.None
                )
        );
        if (tried)
        {
            await LoadAsync();
        }
    }
}

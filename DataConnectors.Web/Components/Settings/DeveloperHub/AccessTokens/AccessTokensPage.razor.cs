using DataConnectors.Core.DeveloperApps;
using DataConnectors.Core.Kernel;
using DataConnectors.Web.Components.Shared;
using DataConnectors.Web.Hosting;
using MudBlazor;

namespace DataConnectors.Web.Components.Settings.DeveloperHub.AccessTokens;

/// <summary>The personal access tokens of the teammate.</summary>
public sealed partial class AccessTokensPage(
    PersonalAccessTokenQueries queries,
    RevokePersonalAccessToken revokeToken,
    CurrentActor currentActor,
    IDialogService dialogs,
    ISnackbar snackbar,
    ILogger<AccessTokensPage> logger
) : IDisposable
{
    private readonly PageReading reading = new(logger);
    private IReadOnlyList<PersonalAccessTokenSummary>? tokens;
    private Fault? fault;

    /// <inheritdoc/>
    public void Dispose() => reading.Dispose();

    /// <inheritdoc/>
    protected override Task OnInitializedAsync() => LoadAsync();

    private Task LoadAsync() =>
        reading.RunAsync(
            "The access tokens",
            async () =>
                (await queries.ListAsync(await currentActor.GetAsync(), reading.Leaving)).TryGet(
                    out tokens,
                    out fault
                )
        );

    private async Task AddAsync()
    {
        // Also after a token was made and the dialog was left in another way than by its button.
        var dialog = await dialogs.ShowAsync<NewAccessTokenDialog>("New access token");
        await dialog.Result;
        await LoadAsync();
    }

    private async Task RevokeAsync(PersonalAccessTokenSummary token)
    {
        var tried = await Deletion.RunAsync(
            dialogs,
            snackbar,
            $"\"{token.Name}\"",
            "Programs that use it are refused from now on.",
            async () =>
                await revokeToken.RunAsync(
                    await currentActor.GetAsync(),
                    token.Id,
                    CancellationToken.None
                ),
            "Revoke",
            "Revoked"
        );
        if (tried)
        {
            await LoadAsync();
        }
    }
}

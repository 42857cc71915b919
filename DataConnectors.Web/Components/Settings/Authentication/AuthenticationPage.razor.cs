using DataConnectors.Core.Credentials;
using DataConnectors.Core.Kernel;
using DataConnectors.Web.Components.Shared;
using DataConnectors.Web.Hosting;
using MudBlazor;

namespace DataConnectors.Web.Components.Settings.Authentication;

/// <summary>The tokens of the workspace.</summary>
public sealed partial class AuthenticationPage(
    TokenQueries queries,
    TokenUsers users,
    DeleteToken deleteToken,
    CurrentActor currentActor,
    IDialogService dialogs,
    ISnackbar snackbar,
    ILogger<AuthenticationPage> logger
) : IDisposable
{
    private readonly PageReading reading = new(logger);
    private Actor? actor;
    private IReadOnlyList<TokenRow>? rows;

    /// <inheritdoc/>
    public void Dispose() => reading.Dispose();

    /// <inheritdoc/>
    protected override Task OnInitializedAsync() => LoadAsync();

    private Task LoadAsync() =>
        reading.RunAsync(
            "The tokens",
            async () =>
            {
                actor = await currentActor.GetAsync();
                var read = new List<TokenRow>();
                foreach (var token in await queries.ListAsync(reading.Leaving))
                {
                    read.Add(new TokenRow(token, await users.ListAsync(token.Id, reading.Leaving)));
                }

                rows = read;
            }
        );

    private async Task AddAsync()
    {
        var dialog = await dialogs.ShowAsync<NewTokenDialog>("New token");
        if (await dialog.GetReturnValueAsync<TokenSummary>() is { } token)
        {
            snackbar.Add($"Stored \"{token.Name}\".", Severity.Success);
            await LoadAsync();
        }
    }

    private async Task DeleteAsync(TokenSummary token)
    {
        var tried = await Deletion.RunAsync(
            dialogs,
            snackbar,
            $"\"{token.Name}\"",
            "Its value is deleted for good.",
            async () =>
                await deleteToken.RunAsync(
                    await currentActor.GetAsync(),
                    token.Id,
                    CancellationToken.None
                )
        );
        if (tried)
        {
            await LoadAsync();
        }
    }
}

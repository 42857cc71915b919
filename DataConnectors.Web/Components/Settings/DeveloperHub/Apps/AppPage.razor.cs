using DataConnectors.Core.DeveloperApps;
using DataConnectors.Core.Kernel;
using DataConnectors.Web.Components.Shared;
using DataConnectors.Web.Hosting;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace DataConnectors.Web.Components.Settings.DeveloperHub.Apps;

/// <summary>What one app is, its secrets, and its end.</summary>
public sealed partial class AppPage(
    AppQueries queries,
    ChangeApp changeApp,
    RotateSecret rotateSecret,
    RevokeOldSecret revokeOldSecret,
    DeleteApp deleteApp,
    CurrentActor currentActor,
    IDialogService dialogs,
    ISnackbar snackbar,
    NavigationManager navigation,
    ILogger<AppPage> logger
) : IDisposable
{
    private const string WhatGoes =
        "Its secrets and every access token that it was given stop working at once. Its webhook and the log of deliveries go with it.";

    private readonly PageReading reading = new(logger);
    private AppWithSecrets? found;
    private AppDraft draft = new();
    private Fault? fault;
    private Fault? saveFault;
    private Fault? rotateFault;
    private SecretText? fresh;
    private bool isBusy;

    /// <summary>The app.</summary>
    [Parameter]
    public long AppId { get; set; }

    private bool IsChanged => found is not null && draft.Differs(found.App);

    /// <inheritdoc/>
    public void Dispose() => reading.Dispose();

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        if (found?.App.Id != AppId)
        {
            (found, fresh, saveFault, rotateFault) = (null, null, null, null);
            await LoadAsync();
        }
    }

    private async Task LoadAsync()
    {
        await ReadAsync();
        draft = found is null ? new() : AppDraft.Of(found.App);
    }

    // What is entered stays as it is.
    private Task ReadAsync() =>
        reading.RunAsync(
            "The app",
            async () =>
                (
                    await queries.GetAsync(await currentActor.GetAsync(), AppId, reading.Leaving)
                ).TryGet(out found, out fault)
        );

    private async Task SaveAsync()
    {
        isBusy = true;
        var outcome = await changeApp.RunAsync(
            await currentActor.GetAsync(),
            AppId,
            draft.Details,
            CancellationToken.None
        );
        isBusy = false;
        saveFault = outcome.Failure;
        if (outcome.IsSuccess)
        {
            snackbar.Add("Saved.", Severity.Success);
            await LoadAsync();
        }
    }

    private async Task RotateAsync(TimeSpan overlap)
    {
        var outcome = await rotateSecret.RunAsync(
            await currentActor.GetAsync(),
            AppId,
            overlap,
            CancellationToken.None
        );
        if (outcome.TryGet(out var secret, out rotateFault))
        {
            fresh = secret;
            await ReadAsync();
        }
    }

    private async Task RevokeOldAsync()
    {
        var tried = await Deletion.RunAsync(
            dialogs,
            snackbar,
            "the old secret",
            "Programs that still use it get no more access tokens.",
            async () =>
                await revokeOldSecret.RunAsync(
                    await currentActor.GetAsync(),
                    AppId,
                    CancellationToken.None
                ),
            "Revoke",
            "Revoked"
        );
        if (tried)
        {
            rotateFault = null;
            await ReadAsync();
        }
    }

    private async Task DeleteAsync()
    {
        var isDeleted = false;
        await Deletion.RunAsync(
            dialogs,
            snackbar,
            $"\"{found?.App.Name}\"",
            WhatGoes,
            async () =>
            {
                var outcome = await deleteApp.RunAsync(
                    await currentActor.GetAsync(),
                    AppId,
                    CancellationToken.None
                );
                isDeleted = outcome.IsSuccess;
                return outcome;
            }
        );
        if (isDeleted)
        {
            // Nothing that was entered is of use any more, so nobody is asked about it.
            found = null;
            StateHasChanged();
            navigation.NavigateTo(DeveloperHubPages.Apps);
        }
    }
}

using DataConnectors.Core.Kernel;
using DataConnectors.Core.Messaging;
using DataConnectors.Web.Components.Shared;
using DataConnectors.Web.Hosting;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace DataConnectors.Web.Components.Settings.Messenger;

/// <summary>How the Messenger gets onto a customer's pages: snippet, identity secret, signing, origins.</summary>
public sealed partial class MessengerInstallPage(
    IdentitySecrets identitySecrets,
    RotateIdentitySecret rotateSecret,
    RevokeOldIdentitySecret revokeOldSecret,
    AllowedOrigins allowedOrigins,
    CurrentActor currentActor,
    NavigationManager navigation,
    IHostEnvironment environment,
    ISnackbar snackbar,
    ILogger<MessengerInstallPage> logger
) : IDisposable
{
    private static readonly IReadOnlyList<KeyValuePair<string, string>> Languages =
    [
        .. InstallText.Languages.Select(language => KeyValuePair.Create(language, language)),
    ];

    private readonly bool isDevelopment = environment.IsDevelopment();
    private readonly PageReading reading = new(logger);
    private IReadOnlyList<IdentitySecretSummary>? secrets;
    private IReadOnlyList<Problem> originProblems = [];
    private SecretText? fresh;
    private Fault? secretFault;
    private string origins = "";
    private string language = InstallText.Languages[0];
    private bool canChange;

    /// <inheritdoc/>
    public void Dispose() => reading.Dispose();

    /// <inheritdoc/>
    protected override Task OnInitializedAsync() => LoadAsync();

    private Task LoadAsync() =>
        reading.RunAsync(
            "The Messenger's settings",
            async () =>
            {
                canChange = (await currentActor.GetAsync()).CanAccessDeveloperHub;
                origins = string.Join('\n', await allowedOrigins.ListAsync(reading.Leaving));
                secrets = await identitySecrets.ListAsync(reading.Leaving);
            }
        );

    private async Task RotateAsync()
    {
        var outcome = await rotateSecret.RunAsync(
            await currentActor.GetAsync(),
            CancellationToken.None
        );
        secretFault = outcome.Failure;
        if (outcome.TryGet(out var made, out _))
        {
            fresh = made;
            secrets = await identitySecrets.ListAsync(CancellationToken.None);
        }
    }

    private async Task RevokeOldAsync()
    {
        var outcome = await revokeOldSecret.RunAsync(
            await currentActor.GetAsync(),
            CancellationToken.None
        );
        secretFault = outcome.Failure;
        secrets = await identitySecrets.ListAsync(CancellationToken.None);
    }

    private void TypeOrigins(string text)
    {
        origins = text;
        originProblems = [];
    }

    private async Task SaveOriginsAsync()
    {
        var outcome = await allowedOrigins.SetAsync(
            await currentActor.GetAsync(),
            origins,
            CancellationToken.None
        );
        if (outcome.Failure is { } fault)
        {
            originProblems =
                fault.Problems.Count > 0
                    ? fault.Problems
                    : [new Problem("allowedOrigins", fault.Message)];
            return;
        }

        originProblems = [];
        origins = string.Join('\n', await allowedOrigins.ListAsync(CancellationToken.None));
        snackbar.Add("Saved.", Severity.Success);
    }
}

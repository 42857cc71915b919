using System.Security.Claims;
using Bunit;
using DataConnectors.Core.Audiences;
using DataConnectors.Core.Connectors;
using DataConnectors.Core.Content;
using DataConnectors.Core.Credentials;
using DataConnectors.Core.CustomObjects;
using DataConnectors.Core.Deployment;
using DataConnectors.Core.DeveloperApps;
using DataConnectors.Core.Inbox;
using DataConnectors.Core.Inbox.Teamwork;
using DataConnectors.Core.Inbox.Views;
using DataConnectors.Core.Kernel;
using DataConnectors.Core.People;
using DataConnectors.Core.Resolutions;
using DataConnectors.Core.Versioning;
using DataConnectors.Core.Workspace;
using DataConnectors.Tests.Support;
using DataConnectors.Web.Hosting;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor.Services;

namespace DataConnectors.Tests.Web.Components;

/// <summary>A page of the console on a database of its own, looked at by a teammate with or without the permission.</summary>
internal sealed class ConsolePage : BunitContext
{
    private ConsolePage(TestDatabase database, bool canChange)
    {
        Database = database;
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddMudServices();
        Services.AddSingleton(TimeProvider.System);
        Services.AddScoped<CurrentActor>();
        Services.AddSingleton(database.Get<ConnectorQueries>());
        Services.AddSingleton(database.Get<CreateConnector>());
        Services.AddSingleton(database.Get<DuplicateConnector>());
        Services.AddSingleton(database.Get<DeleteConnector>());
        Services.AddSingleton(database.Get<SetToDraft>());
        Services.AddSingleton(database.Get<TokenQueries>());
        Services.AddSingleton(database.Get<TokenUsers>());
        Services.AddSingleton(database.Get<CreateToken>());
        Services.AddSingleton(database.Get<DeleteToken>());
        Services.AddSingleton(database.Get<AppQueries>());
        Services.AddSingleton(database.Get<CreateApp>());
        Services.AddSingleton(database.Get<ChangeApp>());
        Services.AddSingleton(database.Get<RotateSecret>());
        Services.AddSingleton(database.Get<RevokeOldSecret>());
        Services.AddSingleton(database.Get<DeleteApp>());
        Services.AddSingleton(database.Get<CreatePersonalAccessToken>());
        Services.AddSingleton(database.Get<PersonalAccessTokenQueries>());
        Services.AddSingleton(database.Get<RevokePersonalAccessToken>());
        Services.AddSingleton(database.Get<AttributeQueries>());
        Services.AddSingleton(database.Get<CreateAttribute>());
        Services.AddSingleton(database.Get<ChangeAttribute>());
        Services.AddSingleton(database.Get<DeleteAttribute>());
        Services.AddSingleton(database.Get<CustomObjectQueries>());
        Services.AddSingleton(database.Get<CreateCustomObjectType>());
        Services.AddSingleton(database.Get<ChangeCustomObjectType>());
        Services.AddSingleton(database.Get<DeleteCustomObjectType>());
        Services.AddSingleton(database.Get<ObjectSchemas>());
        Services.AddSingleton(database.Get<PeopleQueries>());
        Services.AddSingleton(database.Get<AudienceQueries>());
        Services.AddSingleton(database.Get<CreateAudience>());
        Services.AddSingleton(database.Get<ChangeAudience>());
        Services.AddSingleton(database.Get<DeleteAudience>());
        Services.AddSingleton(database.Get<CountReach>());
        Services.AddSingleton(new WorkspaceQueries(database.Contexts));
        Services.AddContent();
        Services.AddDeployment();
        Services.AddSingleton(database.Contexts);
        Services.AddSingleton(database.Get<IdGenerator>());
        Services.AddSingleton(new ConversationQueries(database.Contexts));
        Services.AddSingleton(new ReadResolution(database.Contexts, TimeProvider.System));
        var authorization = this.AddAuthorization();
        authorization.SetAuthorized("mira@example.com");
        List<Claim> claims =
        [
            new(ClaimTypes.NameIdentifier, "7"),
            new(ClaimTypes.GivenName, "Mira"),
        ];
        if (canChange)
        {
            claims.Add(new Claim(CurrentActor.DeveloperHubClaim, "true"));
        }

        authorization.SetClaims([.. claims]);
    }

    public static Actor Admin { get; } = new(7, "Mira", CanAccessDeveloperHub: true);

    public TestDatabase Database { get; }

    public static async Task<ConsolePage> CreateAsync(bool canChange = true) =>
        new(await TestDatabase.CreateAsync(), canChange);

    /// <summary>The Inbox's page: with what conversations, views and teammates are kept by.</summary>
    public static async Task<ConsolePage> CreateInboxAsync()
    {
        var page = new ConsolePage(
            await TestDatabase.CreateAsync(configure: services =>
                services.AddInbox().AddSingleton<WorkspaceQueries>()
            ),
            canChange: true
        );
        foreach (
            var service in (Type[])
                [
                    typeof(ConversationChanges),
                    typeof(StartConversation),
                    typeof(SaveTurn),
                    typeof(ReplyAsTeammate),
                    typeof(AddNote),
                    typeof(AssignConversation),
                    typeof(CloseConversation),
                    typeof(ReopenConversation),
                    typeof(ListConversations),
                    typeof(InboxViewQueries),
                    typeof(CreateInboxView),
                    typeof(ChangeInboxView),
                    typeof(DeleteInboxView),
                    typeof(WorkspaceQueries),
                ]
        )
        {
            page.Services.AddSingleton(service, page.Database.Get(service));
        }

        return page;
    }

    public Task<long> AddConnectorAsync(string name) =>
        Database.CreateConnectorAsync(
            new ConnectorDefinition { Name = name, Url = "https://api.example.com/orders" },
            Admin
        );

    protected override async ValueTask DisposeAsyncCore()
    {
        await base.DisposeAsyncCore();
        await Database.DisposeAsync();
    }
}

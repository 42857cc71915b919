using DataConnectors.Core.Content;
using DataConnectors.Core.Credentials;
using DataConnectors.Core.CustomObjects;
using DataConnectors.Core.Kernel;
using DataConnectors.Core.People;
using DataConnectors.Core.Persistence;
using DataConnectors.Core.Workspace;
using DataConnectors.Web.Hosting.Startup;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace DataConnectors.Web.Hosting.Seeding;

/// <summary>
/// The workspace of a developer's machine: an admin, people to test with, attributes, orders, articles and the sample store's key. Each part is
/// made once and then belongs to whoever changes it. Development only.
/// </summary>
internal sealed class DemoWorkspace(
    IDbContextFactory<DataConnectorsDbContext> contexts,
    IServiceScopeFactory scopes,
    CreateToken createToken,
    CreateCustomObjectType createType,
    CreateArticle createArticle,
    IConfiguration configuration,
    IdGenerator ids,
    TimeProvider clock
) : IStartupTask
{
    /// <summary>Who the button "Continue as demo admin" signs in. Has no password.</summary>
    public const string AdminEmail = "demo@example.com";

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);

        // The workspace is written last: an interrupted seeding begins again, and what is there already is left as it is.
        if (await context.Set<WorkspaceSettings>().AnyAsync(cancellationToken))
        {
            return;
        }

        var admin = await AddAdminAsync();
        await DemoPeople.AddAsync(context, ids, clock, cancellationToken);
        await AddTokenAsync(admin, cancellationToken);
        await AddOrdersAsync(admin, cancellationToken);
        await DemoArticles.AddAsync(context, createArticle, admin, cancellationToken);
        context.Add(
            new WorkspaceSettings
            {
                Id = ids.Next(),
                Name = "Harbor & Pine",
                CreatedAt = clock.GetUtcNow(),
            }
        );
        await context.SaveChangesAsync(cancellationToken);
    }

    private async Task<Actor> AddAdminAsync()
    {
        await using var scope = scopes.CreateAsyncScope();
        var teammates = scope.ServiceProvider.GetRequiredService<UserManager<Teammate>>();
        var admin = await teammates.FindByEmailAsync(AdminEmail);
        if (admin is null)
        {
            admin = new Teammate
            {
                Id = ids.Next(),
                Name = "Demo Admin",
                UserName = AdminEmail,
                Email = AdminEmail,
                CanAccessDeveloperHub = true,
            };
            var created = await teammates.CreateAsync(admin);
            if (!created.Succeeded)
            {
                throw new InvalidOperationException($"The demo admin was not created: {created}");
            }
        }

        return new Actor(admin.Id, admin.Name, admin.CanAccessDeveloperHub);
    }

    // A second run of these two is answered with "exists already", which is what is wanted.
    private async Task AddOrdersAsync(Actor admin, CancellationToken cancellationToken) =>
        await createType.RunAsync(
            admin,
            "order",
            new CustomObjectTypeDetails
            {
                Name = "Order",
                PluralName = "Orders",
                Description = "What a customer ordered in the shop.",
                Attributes =
                [
                    new("status", AttributeType.Text),
                    new("total", AttributeType.Decimal),
                    new("placed_at", AttributeType.Date),
                ],
                References = [new("customer", IsMany: false)],
            },
            cancellationToken
        );

    private async Task AddTokenAsync(Actor admin, CancellationToken cancellationToken) =>
        await createToken.RunAsync(
            admin,
            new NewToken(
                "Sample store key",
                "Opens the sample store that runs beside this server.",
                "X-Api-Key",
                "",
                new SecretText(configuration["SampleStore:ApiKey"] ?? "demo-store-key"),
                "localhost"
            ),
            cancellationToken
        );
}

using Bunit;
using DataConnectors.Core.Content;
using DataConnectors.Core.Deployment;
using DataConnectors.Core.Inbox;
using DataConnectors.Core.Workspace;
using DataConnectors.Tests.Support;
using DataConnectors.Web.Components.FinAgent.Content;
using DataConnectors.Web.Components.FinAgent.Deploy;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace DataConnectors.Tests.Web.Components.FinAgent;

public sealed class FinAgentPagesTests
{
    [Fact]
    public async Task Articles_are_listed_and_searched()
    {
        await using var page = await ConsolePage.CreateAsync();
        await AddAsync(page, "Opening hours", "Nine to five.");
        await AddAsync(page, "Returns", "Use the label.");

        var list = page.Render<ContentPage>();
        list.WaitForState(() => list.FindAll("tbody tr").Count == 2);
        page.Services.GetRequiredService<NavigationManager>()
            .NavigateTo("/fin-ai-agent/content?q=label");
        var found = page.Render<ContentPage>();

        found.WaitForState(() => found.FindAll("tbody tr").Count == 1);
        Assert.Contains("Returns", found.Find("tbody").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_articles_the_page_says_what_they_are_for()
    {
        await using var page = await ConsolePage.CreateAsync();

        var list = page.Render<ContentPage>();

        list.WaitForState(() => list.Markup.Contains("No articles yet", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_new_article_is_stored_once_its_fields_are_right()
    {
        await using var page = await ConsolePage.CreateAsync();
        var form = page.Render<ArticlePage>();
        await form.WaitForElement("#field-title").InputAsync(new() { Value = "Opening hours" });

        await form.Button("Create article").ClickAsync(new());
        form.WaitForState(() =>
            form.Markup.Contains("Write what Fin is to answer from.", StringComparison.Ordinal)
        );
        await form.Find("#field-body").InputAsync(new() { Value = "We are open at 9." });
        await form.Button("Create article").ClickAsync(new());

        var shelf = page.Services.GetRequiredService<ArticleShelf>();
        Assert.Equal(
            "We are open at 9.",
            Assert.Single(await shelf.ReadAsync(CancellationToken.None)).Body
        );
    }

    [Fact]
    public async Task Without_the_permission_nothing_can_be_changed()
    {
        await using var page = await ConsolePage.CreateAsync(canChange: false);
        var id = await AddAsync(page, "Opening hours", "Nine to five.");

        var list = page.Render<ContentPage>();
        list.WaitForElement("tbody tr");
        var form = page.Render<ArticlePage>(parameters => parameters.Add(of => of.Id, id));
        form.WaitForElement("fieldset[disabled]");
        var deploy = page.Render<DeployPage>();
        deploy.WaitForElement("fieldset[disabled]");

        Assert.DoesNotContain("New article", list.Markup, StringComparison.Ordinal);
        Assert.Empty(list.FindAll("[aria-label^='Delete']"));
        Assert.DoesNotContain("Save changes", form.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_deployment_step_is_switched()
    {
        await using var page = await ConsolePage.CreateAsync();
        var deploy = page.Render<DeployPage>();
        deploy.WaitForElement("input[role=switch]");

        await deploy.FindAll("input[role=switch]")[0].ChangeAsync(new() { Value = false });

        Assert.False(
            await page
                .Services.GetRequiredService<AiAnswers>()
                .IsOnAsync(ConversationChannel.Messenger, CancellationToken.None)
        );
    }

    [Fact]
    public async Task A_test_workspace_is_explained_and_nothing_can_be_switched_on()
    {
        await using var page = await ConsolePage.CreateAsync();
        page.Services.Configure<WorkspaceOptions>(_ => { });
        page.Services.AddSingleton(
            Microsoft.Extensions.Options.Options.Create(new WorkspaceOptions { IsTest = true })
        );

        var deploy = page.Render<DeployPage>();
        deploy.WaitForElement("fieldset[disabled]");

        Assert.Contains(
            "AI Answers cannot be enabled in test workspaces",
            deploy.Markup,
            StringComparison.Ordinal
        );
        Assert.All(
            deploy.FindAll("input[role=switch]"),
            step => Assert.False(step.HasAttribute("checked"))
        );
    }

    private static async Task<long> AddAsync(ConsolePage page, string title, string body) =>
        (
            await page
                .Services.GetRequiredService<CreateArticle>()
                .RunAsync(
                    ConsolePage.Admin,
                    new ArticleDetails(title, body),
                    CancellationToken.None
                )
        ).Value;
}

using DataConnectors.Core.Content;
using DataConnectors.Core.Kernel;
using DataConnectors.Tests.Support;

namespace DataConnectors.Tests.Core.Content;

public sealed class ArticleCommandTests
{
    private static readonly Actor Reader = Some.Actor with { CanAccessDeveloperHub = false };

    [Fact]
    public async Task An_article_is_created_changed_found_and_deleted()
    {
        await using var database = await OpenAsync();
        var shelf = database.Get<ArticleShelf>();
        Assert.Empty(await shelf.ReadAsync(CancellationToken.None));

        var id = await CreateAsync(database, " Opening hours ", "We are open\r\nat 9. ");
        var stored = Assert.Single(await shelf.ReadAsync(CancellationToken.None));
        Assert.Equal(("Opening hours", "We are open\nat 9."), (stored.Title, stored.Body));

        var changed = await database
            .Get<ChangeArticle>()
            .RunAsync(
                Some.Actor,
                id,
                new ArticleDetails("Hours", "We are open at 10."),
                stored.Revision,
                CancellationToken.None
            );
        Assert.Equal(2, changed.Value);
        Assert.Equal("Hours", (await shelf.ReadAsync(CancellationToken.None))[0].Title);
        Assert.Same(
            (await shelf.ReadAsync(CancellationToken.None))[0],
            (await shelf.ReadAsync(CancellationToken.None))[0]
        );

        Assert.True(
            (
                await database.Get<DeleteArticle>().RunAsync(Some.Actor, id, CancellationToken.None)
            ).IsSuccess
        );
        Assert.Empty(await shelf.ReadAsync(CancellationToken.None));
    }

    [Fact]
    public async Task A_change_based_on_an_older_state_overwrites_nothing()
    {
        await using var database = await OpenAsync();
        var id = await CreateAsync(database, "Hours", "Nine to five.");
        var change = database.Get<ChangeArticle>();
        await change.RunAsync(Some.Actor, id, new("Hours", "First."), 1, CancellationToken.None);

        var second = await change.RunAsync(
            Some.Actor,
            id,
            new("Hours", "Second."),
            1,
            CancellationToken.None
        );
        var gone = await change.RunAsync(Some.Actor, 1, new("a", "b"), 1, CancellationToken.None);

        Assert.Equal(FaultKind.Conflict, second.Failure!.Kind);
        Assert.Equal(FaultKind.NotFound, gone.Failure!.Kind);
        var stored = await database.Get<ArticleQueries>().FindAsync(id, CancellationToken.None);
        Assert.Equal("First.", stored!.Body);
    }

    [Fact]
    public async Task Everything_that_is_wrong_is_told_at_once()
    {
        await using var database = await OpenAsync();

        var refused = await database
            .Get<CreateArticle>()
            .RunAsync(
                Some.Actor,
                new ArticleDetails("", new string('x', Article.MaxBodyLength + 1)),
                CancellationToken.None
            );

        Assert.Equal(["title", "body"], refused.Failure!.Problems.Select(of => of.Path));
        Assert.Empty(await database.Get<ArticleShelf>().ReadAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Without_the_permission_nothing_is_changed()
    {
        await using var database = await OpenAsync();
        var id = await CreateAsync(database, "Hours", "Nine to five.");

        Fault?[] refused =
        [
            (
                await database
                    .Get<CreateArticle>()
                    .RunAsync(Reader, new("a", "b"), CancellationToken.None)
            ).Failure,
            (
                await database
                    .Get<ChangeArticle>()
                    .RunAsync(Reader, id, new("a", "b"), 1, CancellationToken.None)
            ).Failure,
            (
                await database.Get<DeleteArticle>().RunAsync(Reader, id, CancellationToken.None)
            ).Failure,
        ];

        Assert.All(refused, fault => Assert.Equal(FaultKind.Forbidden, fault!.Kind));
        Assert.Single(await database.Get<ArticleShelf>().ReadAsync(CancellationToken.None));
    }

    [Theory]
    [InlineData("HOURS", 1)]
    [InlineData("label", 1)]
    [InlineData("%", 0)]
    [InlineData(null, 2)]
    public async Task The_search_looks_at_title_and_text(string? search, int expected)
    {
        await using var database = await OpenAsync();
        await CreateAsync(database, "Opening hours", "Nine to five.");
        await CreateAsync(database, "Returns", "Use the label.");

        var page = await database
            .Get<ArticleQueries>()
            .ListAsync(search, cursor: null, CancellationToken.None);

        Assert.Equal(expected, page.Items.Count);
    }

    private static Task<TestDatabase> OpenAsync() =>
        TestDatabase.CreateAsync(configure: services => services.AddContent());

    private static async Task<long> CreateAsync(TestDatabase database, string title, string body) =>
        (
            await database
                .Get<CreateArticle>()
                .RunAsync(Some.Actor, new ArticleDetails(title, body), CancellationToken.None)
        ).Value;
}

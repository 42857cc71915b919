using DataConnectors.Core.Connectors;
using DataConnectors.Core.Kernel;
using DataConnectors.Web.Components.Connectors.Builder;

namespace DataConnectors.Tests.Web.Components.Connectors.Builder;

public sealed class BuilderTabsTests
{
    [Theory]
    [InlineData("name", BuilderTab.Api)]
    [InlineData("dataInputs[2].name", BuilderTab.Api)]
    [InlineData("headers[0].value", BuilderTab.Api)]
    [InlineData("exampleResponse.body", BuilderTab.Api)]
    [InlineData("tokenIds", BuilderTab.Api)]
    [InlineData("responseFields[1].renamedTo", BuilderTab.Data)]
    [InlineData("objectMappings[0].attributePath", BuilderTab.Data)]
    [InlineData("dataAccess", BuilderTab.Data)]
    [InlineData("directFinUsage", BuilderTab.Fin)]
    [InlineData("customerAuthentication", BuilderTab.Security)]
    public void A_path_belongs_to_the_tab_that_edits_it(string path, BuilderTab tab) =>
        Assert.Equal(tab, BuilderTabs.ForPath(path));

    [Theory]
    [InlineData("data", BuilderTab.Data)]
    [InlineData("FIN", BuilderTab.Fin)]
    [InlineData("unknown", BuilderTab.Api)]
    [InlineData("", BuilderTab.Api)]
    [InlineData(null, BuilderTab.Api)]
    public void A_url_names_a_tab_or_means_the_first(string? slug, BuilderTab tab) =>
        Assert.Equal(tab, BuilderTabs.FromSlug(slug));

    [Fact]
    public void Every_tab_is_found_again_by_its_slug() =>
        Assert.All(BuilderTabs.All, tab => Assert.Equal(tab, BuilderTabs.FromSlug(tab.Slug())));

    [Fact]
    public void Every_member_of_a_definition_has_a_tab()
    {
        var elsewhere = typeof(ConnectorDefinition)
            .GetProperties()
            .Select(property => char.ToLowerInvariant(property.Name[0]) + property.Name[1..])
            .Where(member => BuilderTabs.ForPath(member) != BuilderTab.Api)
            .Order();

        Assert.Equal(
            [
                "audienceIds",
                "bypassAuthentication",
                "customAudience",
                "customerAuthentication",
                "dataAccess",
                "directFinUsage",
                "javaScriptCode",
                "objectMappings",
                "pythonCode",
                "responseFields",
                "responseTransformation",
                "rolloutPercent",
            ],
            elsewhere
        );
    }

    [Fact]
    public void Problems_are_counted_on_the_tab_that_mends_them()
    {
        IReadOnlyList<Problem> problems =
        [
            new("name", "…"),
            new("headers[0].name", "…"),
            new("responseFields", "…"),
        ];

        Assert.Equal([2, 1, 0, 0], BuilderTabs.All.Select(tab => problems.Count(tab)));
    }
}

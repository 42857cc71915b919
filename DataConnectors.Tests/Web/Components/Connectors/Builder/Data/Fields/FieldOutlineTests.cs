namespace DataConnectors.Tests.Web.Components.Connectors.Builder.Data.Fields;

public sealed class FieldOutlineTests
{
    [Fact]
    public void A_list_and_nothing_else_offers_the_path_that_names_it_whole()
    {
        var outline = SomeFields.Outline("""{"items":[{"tags":["a"]}],"m":[[1]],"a":1}""");

        Assert.Equal(
            [
                ("items", "items[]"),
                ("items[].tags", "items[].tags[]"),
                ("m", "m[]"),
                ("m[]", "m[][]"),
            ],
            outline
                .Entries.Where(entry => entry.OwnPath != entry.Node.Path)
                .Select(entry => (entry.Node.Path, entry.OwnPath))
        );
    }
}

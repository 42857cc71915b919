using DataConnectors.Core.Transformation;
using DataConnectors.Tests.Support;
using DataConnectors.Web.Components.Connectors.Builder.Data.Mapping;

namespace DataConnectors.Tests.Web.Components.Connectors.Builder.Data.Mapping;

public sealed class ApiObjectTests
{
    [Fact]
    public void The_answer_objects_in_it_and_objects_of_lists_can_be_mapped()
    {
        var places = In(
            """
            {"customer":{"address":{"city":"Porto"}},"orders":[{"id":7,"shop":{"name":"A"},"lines":[{"sku":"x"}]}],"tags":["a"]}
            """
        );

        // Lists in lists are not mapped, nor are lists of values.
        Assert.Equal(
            [
                ("$", false),
                ("customer", false),
                ("customer.address", false),
                ("orders[]", true),
                ("orders[].shop", true),
            ],
            places.Select(place => (place.Path, place.IsList))
        );
    }

    [Fact]
    public void Fields_are_those_inside_the_object_lists_of_values_included()
    {
        var orders = In(
                """{"orders":[{"id":7,"shop.name":"A","to":{"city":"Porto"},"tags":["a"],"lines":[{"sku":"x"}],"none":[]}]}"""
            )
            .Single(place => place.Path == "orders[]");

        Assert.Equal(
            [
                new("id", FieldType.Integer, "7"),
                new("['shop.name']", FieldType.Text, "A"),
                new("to.city", FieldType.Text, "Porto"),
                new("tags", FieldType.List, "a"),
                new("none", FieldType.List, null),
            ],
            orders.Fields
        );
    }

    [Theory]
    [InlineData("""[{"id":1},{"id":2,"name":"b"}]""", "[]", "id,name")]
    [InlineData("""["a","b"]""", "$", "$")]
    [InlineData("\"a\"", "$", "$")]
    [InlineData("""{}""", "$", "")]
    public void Other_roots_can_be_mapped_too(string json, string place, string fields)
    {
        var only = Assert.Single(In(json));

        Assert.Equal(place, only.Path);
        Assert.Equal(fields, string.Join(',', only.Fields.Select(inside => inside.Path)));
    }

    private static IReadOnlyList<ApiObject> In(string json) =>
        ApiObject.In(FieldTree.Infer(Some.Json(json)).Root);
}

using DataConnectors.Core.Agent.Extracting;
using DataConnectors.Core.Connectors;

namespace DataConnectors.Tests.Core.Agent.Extracting;

public sealed class InputExtractorTests
{
    [Theory]
    [InlineData(
        "order_id",
        "The order number",
        DataInputType.Text,
        "Where is my order 1042?",
        "1042"
    )]
    [InlineData("order_id", "The order number", DataInputType.Text, "Where is #1042", "1042")]
    [InlineData(
        "order_id",
        "The order number",
        DataInputType.Text,
        "status of ORD-1042 please",
        "ORD-1042"
    )]
    [InlineData(
        "order_id",
        "The order number",
        DataInputType.Text,
        "I ordered 2 shirts, order number is AB-12-34.",
        "AB-12-34"
    )]
    [InlineData(
        "order_id",
        "The order number",
        DataInputType.Text,
        "my invoice 77 belongs to order 1042",
        "1042"
    )]
    [InlineData(
        "order_id",
        "The order number",
        DataInputType.Number,
        "Where is my order 1042?",
        "1042"
    )]
    [InlineData(
        "order_id",
        "The order number",
        DataInputType.Number,
        "order #1042 has not come since 2026-03-01",
        "1042"
    )]
    [InlineData("order_id", "The order number", DataInputType.Number, "order ORD-1042", null)]
    [InlineData("order_id", "The order number", DataInputType.Text, "Where is my order?", null)]
    [InlineData(
        "order_id",
        "The order number",
        DataInputType.Text,
        "I wrote from ana@example.com about my order",
        null
    )]
    [InlineData(
        "email",
        "The customer's email",
        DataInputType.Text,
        "I am ana.ruiz@example.com.",
        "ana.ruiz@example.com"
    )]
    [InlineData("email", "The customer's email", DataInputType.Text, "my email is wrong", null)]
    [InlineData(
        "sku",
        "The product's SKU, such as TEE-01",
        DataInputType.Text,
        "is sku TEE-01 in stock?",
        "TEE-01"
    )]
    [InlineData(
        "sku",
        "The product's SKU, such as TEE-01",
        DataInputType.Text,
        "Have you got MUG-22?",
        "MUG-22"
    )]
    [InlineData("amount", "How much to pay", DataInputType.Decimal, "pay 12,50 now", "12.50")]
    [InlineData("amount", "How much to pay", DataInputType.Decimal, "pay €1,299.00 now", "1299.00")]
    [InlineData("amount", "How much to pay", DataInputType.Decimal, "pay 1.299,00 now", "1299.00")]
    [InlineData("amount", "How much to pay", DataInputType.Decimal, "pay 20", "20")]
    [InlineData("guests", "Number of guests", DataInputType.Number, "a table for 4 guests", "4")]
    [InlineData("guests", "Number of guests", DataInputType.Number, "a room for two guests", "2")]
    [InlineData("guests", "Number of guests", DataInputType.Number, "for 2.5 guests", null)]
    [InlineData("quantity", "How many", DataInputType.Number, "1,000 pieces", "1000")]
    [InlineData(
        "date",
        "The day of the flight",
        DataInputType.Text,
        "fly on 2026-03-05",
        "2026-03-05"
    )]
    [InlineData(
        "date",
        "The day of the flight",
        DataInputType.Text,
        "fly on 5 March please",
        "5 March"
    )]
    [InlineData(
        "date",
        "The day of the flight",
        DataInputType.Text,
        "can I fly next Friday?",
        "next Friday"
    )]
    [InlineData(
        "flight_number",
        "Flight number like LH123",
        DataInputType.Text,
        "Is LH123 delayed on 2026-03-05?",
        "LH123"
    )]
    [InlineData("city", "The city", DataInputType.Text, "hotels in New York for 2", "New York")]
    [InlineData(
        "plan",
        "One of: Basic, Plus, Premium",
        DataInputType.Text,
        "move me to premium",
        "Premium"
    )]
    [InlineData("size", "Shirt size", DataInputType.Text, "do you have it in size M?", "M")]
    [InlineData(
        "note",
        "A note",
        DataInputType.Text,
        "the note is \"leave at the door\"",
        "leave at the door"
    )]
    [InlineData(
        "reason",
        "Why the customer returns it",
        DataInputType.Text,
        "I return it because it is broken.",
        "it is broken"
    )]
    [InlineData(
        "phone",
        "Phone number",
        DataInputType.Text,
        "call me at +49 30 1234567",
        "+49 30 1234567"
    )]
    [InlineData(
        "gift_wrap",
        "Whether to wrap it",
        DataInputType.Boolean,
        "with gift wrap please",
        "true"
    )]
    [InlineData(
        "gift_wrap",
        "Whether to wrap it",
        DataInputType.Boolean,
        "without gift wrap",
        "false"
    )]
    [InlineData("gift_wrap", "Whether to wrap it", DataInputType.Boolean, "send it to me", null)]
    [InlineData(
        "tracking_number",
        "The carrier's tracking number",
        DataInputType.Text,
        "tracking number 1Z999AA10123456784",
        "1Z999AA10123456784"
    )]
    [InlineData(
        "order_id",
        "The order number",
        DataInputType.Text,
        "it is the 2nd order since 5pm",
        null
    )]
    public void A_value_is_found_by_type_name_and_description(
        string name,
        string description,
        DataInputType type,
        string message,
        string? expected
    )
    {
        var found = InputExtractor.Extract(message, [Candidates.Input(name, description, type)]);

        Assert.Equal(expected, found.GetValueOrDefault(name));
    }

    [Fact]
    public void One_piece_of_the_message_serves_one_input()
    {
        var found = InputExtractor.Extract(
            "order 1042",
            [
                Candidates.Input("order_id", "The order number"),
                Candidates.Input("invoice_id", "The invoice number"),
            ]
        );

        Assert.Equal("1042", found["order_id"]);
        Assert.False(found.ContainsKey("invoice_id"));
    }

    [Fact]
    public void Every_input_finds_its_own_value()
    {
        var found = InputExtractor.Extract(
            "Send 3 pieces of TEE-01 from order 1042 to ana@example.com",
            [
                Candidates.Input("email", "Where to write to"),
                Candidates.Input("order_id", "The order number"),
                Candidates.Input("sku", "The SKU, e.g. TEE-01"),
                Candidates.Input("quantity", "How many pieces", DataInputType.Number),
            ]
        );

        Assert.Equal("ana@example.com", found["email"]);
        Assert.Equal("1042", found["order_id"]);
        Assert.Equal("TEE-01", found["sku"]);
        Assert.Equal("3", found["quantity"]);
    }

    [Fact]
    public void Origin_and_destination_are_told_apart()
    {
        var found = InputExtractor.Extract(
            "a flight from Berlin to Paris",
            [
                Candidates.Input("destination", "Arrival city"),
                Candidates.Input("origin", "Departure city"),
            ]
        );

        Assert.Equal("Berlin", found["origin"]);
        Assert.Equal("Paris", found["destination"]);
    }

    [Fact]
    public void An_attribute_is_never_taken_from_the_message()
    {
        var input = Candidates.Input("email", "Email") with
        {
            Source = DataInputSource.Attribute,
            AttributePath = "person.email",
        };

        Assert.Empty(InputExtractor.Extract("I am eve@example.com", [input]));
    }

    [Theory]
    [InlineData("order_id", "The order number", DataInputType.Text, "1042", "1042")]
    [InlineData(
        "order_id",
        "The order number",
        DataInputType.Text,
        "It's ORD-1042, thanks",
        "ORD-1042"
    )]
    [InlineData("order_id", "The order number", DataInputType.Text, "7", "7")]
    [InlineData(
        "order_id",
        "The order number, e.g. 1042",
        DataInputType.Text,
        "the blue one",
        null
    )]
    [InlineData("order_id", "The order number", DataInputType.Text, "I don't know", null)]
    [InlineData("order_id", "The order number", DataInputType.Number, "twelve", "12")]
    [InlineData("order_id", "The order number", DataInputType.Number, "abc", null)]
    [InlineData(
        "address",
        "The new address",
        DataInputType.Text,
        "12 Main Street, Springfield",
        "12 Main Street, Springfield"
    )]
    [InlineData(
        "address",
        "The new address",
        DataInputType.Text,
        "my address is 12 Main Street",
        "12 Main Street"
    )]
    [InlineData("reason", "Why", DataInputType.Text, "It was too small", "too small")]
    [InlineData("room", "Room name", DataInputType.Text, "Aquarium", "Aquarium")]
    [InlineData(
        "express",
        "Whether to send it by express",
        DataInputType.Boolean,
        "yes please",
        "true"
    )]
    [InlineData("express", "Whether to send it by express", DataInputType.Boolean, "nope", "false")]
    [InlineData("express", "Whether to send it by express", DataInputType.Boolean, "maybe", null)]
    [InlineData("amount", "Amount", DataInputType.Decimal, "it is 12,5", "12.5")]
    [InlineData("email", "Email", DataInputType.Text, "ana at example", null)]
    [InlineData("month", "The month", DataInputType.Text, "March", "March")]
    public void The_answer_to_a_question_is_read(
        string name,
        string description,
        DataInputType type,
        string message,
        string? expected
    ) =>
        Assert.Equal(expected, AskedInput.Read(message, Candidates.Input(name, description, type)));

    [Theory]
    [InlineData("1042", true)]
    [InlineData("it is 1042", true)]
    [InlineData("3.7", false)]
    public void A_number_input_takes_whole_numbers_only(string answer, bool isTaken) =>
        Assert.Equal(
            isTaken,
            AskedInput.Read(answer, Candidates.Input("count", "Count", DataInputType.Number))
                is not null
        );
}

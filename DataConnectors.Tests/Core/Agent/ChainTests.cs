using DataConnectors.Core.Agent;
using DataConnectors.Core.Connectors;
using DataConnectors.Core.CustomerAuthentication;
using DataConnectors.Tests.Support;
using Business = DataConnectors.Tests.Core.Agent.Candidates;

namespace DataConnectors.Tests.Core.Agent;

/// <summary>One connector's answer gives the input of the next.</summary>
public sealed class ChainTests
{
    private const string Customer = """{"id":77,"name":"Ada","email":"ada@example.com"}""";

    [Fact]
    public async Task A_missing_id_is_looked_up_with_what_the_person_wrote()
    {
        await using var talk = await Talk.CreateAsync();
        talk.Api.Answer("/customers", LoopbackAnswer.Json(Customer));
        talk.Api.Answer("/invoices/77", LoopbackAnswer.Json("""{"amount_due":12}"""));
        talk.Candidates = [talk.Candidate(1, Invoices(talk)), talk.Candidate(2, Lookup(talk))];

        var answer = await talk.SayAsync("Show my open invoices, my email is ada@example.com");

        Assert.Contains("12", answer, StringComparison.Ordinal);
        Assert.Equal(
            ["/customers?email=ada%40example.com", "/invoices/77"],
            talk.Api.Requests.Select(request => request.Target)
        );
        Assert.Equal(
            [(2L, false), (1L, true)],
            talk.Turn!.Trace.Steps.Select(step => (step.ConnectorId, step.IsUsedInReply))
        );
        Assert.Equal(1, talk.Turn.Trace.Chosen);
        Assert.Contains("gave customer_id", talk.Turn.Trace.Notes[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_asked_for_when_nothing_can_give_it_and_looked_up_when_the_person_helps()
    {
        await using var talk = await Talk.CreateAsync();
        talk.Api.Answer("/customers", LoopbackAnswer.Json(Customer));
        talk.Api.Answer("/invoices/77", LoopbackAnswer.Json("""{"amount_due":12}"""));
        talk.Candidates = [talk.Candidate(1, Invoices(talk)), talk.Candidate(2, Lookup(talk))];

        await talk.SayAsync("Show my open invoices");
        Assert.Equal("customer_id", talk.State!.AskedInput);
        Assert.Empty(talk.Api.Requests);
        Assert.Contains(
            "12",
            await talk.SayAsync("I don't know, my email is ada@example.com"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Several_values_are_not_guessed_among()
    {
        await using var talk = await Talk.CreateAsync();
        talk.Api.Answer("/customers", LoopbackAnswer.Json("""[{"id":77},{"id":78}]"""));
        talk.Candidates = [talk.Candidate(1, Invoices(talk)), talk.Candidate(2, Lookup(talk))];

        await talk.SayAsync("Show my open invoices, my email is ada@example.com");

        Assert.Equal("customer_id", talk.State!.AskedInput);
        Assert.Single(talk.Api.Requests);
    }

    [Fact]
    public async Task A_write_is_never_run_on_the_way()
    {
        await using var talk = await Talk.CreateAsync();
        talk.Candidates =
        [
            talk.Candidate(1, Invoices(talk)),
            talk.Candidate(2, Lookup(talk) with { Method = RequestMethod.Post }),
        ];

        await talk.SayAsync("Show my open invoices, my email is ada@example.com");

        Assert.Empty(talk.Api.Requests);
        Assert.Equal("customer_id", talk.State!.AskedInput);
    }

    [Fact]
    public async Task A_chain_to_a_write_is_confirmed_with_the_value_that_was_looked_up()
    {
        await using var talk = await Talk.CreateAsync();
        talk.Api.Answer("/customers", LoopbackAnswer.Json(Customer));
        talk.Candidates =
        [
            talk.Candidate(
                1,
                Invoices(talk) with
                {
                    Name = "Send invoices",
                    Description = "Sends the open invoices again.",
                    Method = RequestMethod.Post,
                }
            ),
            talk.Candidate(2, Lookup(talk)),
        ];

        var question = await talk.SayAsync(
            "Please send my invoices again, my email is ada@example.com"
        );

        Assert.Contains("77", question, StringComparison.Ordinal);
        Assert.Contains("Shall I go ahead?", question, StringComparison.Ordinal);
        Assert.Single(talk.Api.Requests);
    }

    [Fact]
    public async Task What_anybody_could_type_never_becomes_the_identity_of_an_authenticated_customer()
    {
        await using var talk = await Talk.CreateAsync();
        talk.Api.Answer("/customers", LoopbackAnswer.Json(Customer));
        talk.Session = new CustomerSession(5, IsSignedIn: true);
        talk.Candidates =
        [
            talk.Candidate(1, Invoices(talk) with { CustomerAuthentication = true }),
            talk.Candidate(2, Lookup(talk)),
        ];

        await talk.SayAsync("Show my open invoices, my email is victim@example.com");

        Assert.Empty(talk.Api.Requests);
        Assert.Equal("customer_id", talk.State!.AskedInput);
    }

    [Fact]
    public async Task At_most_three_connectors_run_for_a_message()
    {
        await using var talk = await Talk.CreateAsync();
        talk.Api.Answer("/customers", LoopbackAnswer.Json(Customer));
        talk.Api.Answer("/accounts/77", LoopbackAnswer.Json("""{"account_number":"A-5"}"""));
        talk.Api.Answer("/contracts/A-5", LoopbackAnswer.Json("""{"contract_key":"K-9"}"""));
        talk.Api.Answer("/tariffs/K-9", LoopbackAnswer.Json("""{"tariff":"Green"}"""));
        talk.Candidates =
        [
            talk.Candidate(2, Lookup(talk)),
            talk.Candidate(
                3,
                Step(
                    talk,
                    "Get account",
                    "/accounts/{{customer_id}}",
                    "customer_id",
                    """{"account_number":"A-1"}"""
                )
            ),
            talk.Candidate(
                4,
                Step(
                    talk,
                    "Get contract",
                    "/contracts/{{account_number}}",
                    "account_number",
                    """{"contract_key":"K-1"}"""
                )
            ),
            talk.Candidate(
                5,
                Step(talk, "Get tariff", "/tariffs/{{contract_key}}", "contract_key", "{}")
            ),
        ];

        Assert.Contains(
            "K-9",
            await talk.SayAsync("Show the contract of ada@example.com"),
            StringComparison.Ordinal
        );
        Assert.Equal(3, talk.Turn!.Trace.Steps.Count);

        // A fourth would be needed: none is run for nothing.
        var before = talk.Api.Requests.Count;
        await talk.SayAsync("Show the tariff of ada@example.com");
        Assert.True(talk.Api.Requests.Count - before <= TurnInProgress.MaxRuns);
        Assert.DoesNotContain(
            talk.Api.Requests,
            request => request.Target.StartsWith("/tariffs", StringComparison.Ordinal)
        );
    }

    private static ConnectorDefinition Invoices(Talk talk) =>
        talk.Harness.Get("/invoices/{{customer_id}}") with
        {
            Name = "Get invoices",
            Description = "Open invoices of a customer.",
            DataInputs = [Business.Input("customer_id", "The customer's id")],
        };

    private static ConnectorDefinition Lookup(Talk talk) =>
        talk.Harness.Get("/customers?email={{email}}") with
        {
            Name = "Find customer by email",
            Description = "Looks up who a customer is.",
            DataInputs = [Business.Input("email", "The customer's email")],
            ExampleResponse = new ExampleResponse(
                200,
                "application/json",
                """{"id":1,"name":"Bo"}"""
            ),
        };

    private static ConnectorDefinition Step(
        Talk talk,
        string name,
        string path,
        string input,
        string example
    ) =>
        talk.Harness.Get(path) with
        {
            Name = name,
            Description = name,
            DataInputs = [Business.Input(input, "")],
            ExampleResponse = new ExampleResponse(200, "application/json", example),
        };
}

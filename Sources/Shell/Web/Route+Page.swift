import HTTPTypes
import Hummingbird
import Kernel

extension Route {
    /// A page, which is also its JSON.
    package static func page<Model: PageModel>(
        _ path: String, _ access: Access, _ summary: Phrase, query: [FormField] = [],
        _ load: @escaping @Sendable (Call) async throws -> Model
    ) -> Route {
        Route(.get, path, access, summary, query: query, gives: .page(Model.self)) { _, call in
            try call.response(try await load(call))
        }
    }

    /// A change asked for by a form or by the same fields as JSON.
    /// - Parameter again: the page that shows the form with what was typed and what is wrong with it.
    package static func action<Draft: Form, Again: PageModel>(
        _ path: String, _ access: Access, _ summary: Phrase, form: Draft.Type,
        again: @escaping @Sendable (Call, FormState) async throws -> Again,
        _ act: @escaping @Sendable (Call, Draft) async throws -> Outcome
    ) -> Route {
        Route(.post, path, access, summary, body: Draft.fields, gives: .outcome) { request, call in
            try await answer(request, call, again) { call, draft in try call.response(try await act(call, draft)) }
        }
    }

    /// A change whose answer is shown once, as a page: what it gives out is kept nowhere.
    package static func disclosure<Draft: Form, Again: PageModel, Answer: PageModel>(
        _ path: String, _ access: Access, _ summary: Phrase, form: Draft.Type,
        again: @escaping @Sendable (Call, FormState) async throws -> Again,
        _ act: @escaping @Sendable (Call, Draft) async throws -> Answer
    ) -> Route {
        Route(.post, path, access, summary, body: Draft.fields, gives: .page(Answer.self)) { request, call in
            try await answer(request, call, again) { call, draft in try call.response(try await act(call, draft)) }
        }
    }

    private static func answer<Draft: Form>(
        _ request: Request, _ call: Call, _ again: (Call, FormState) async throws -> some PageModel,
        _ act: (Call, Draft) async throws -> Response
    ) async throws -> Response {
        var input = FormInput(try await call.fields(of: request), Draft.fields)
        let draft = Draft(&input)
        if input.problems.isEmpty {
            do {
                return try await act(call, draft)
            } catch let problem as FormProblem {
                input.refuse(problem.field, problem.problem)
            } catch let refusal as any Refusal {
                input.refuse("", refusal.explanation)
            }
        }
        if call.wantsJSON { return try call.problems(input.problems) }
        return try call.response(try await again(call, FormState(input)), status: .unprocessableContent)
    }

    /// A change that needs no more than the decision: a button.
    package static func button(
        _ path: String, _ access: Access, _ summary: Phrase,
        _ act: @escaping @Sendable (Call) async throws -> Outcome
    ) -> Route {
        Route(.post, path, access, summary, body: [], gives: .outcome) { request, call in
            _ = try await call.fields(of: request)
            return try call.response(try await act(call))
        }
    }
}

/// Thrown by a handler, a problem comes back at its field.
extension FormProblem: Error {}
